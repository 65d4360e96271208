using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Web.Features.Locations.Staff;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>The locations of a programme, and each of them, live.</summary>
[Authorize(Policies.SeeRollout)]
public sealed class LocationsController(
    Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, LocationReader locations, StaffReader staff, RolloutReader rollout, ProgrammeChoice programmes)
    : LiveController(viewer, fragments, views)
{
    [HttpGet("programmes/{programmeId:guid}/locations")]
    public async Task<IActionResult> List(Guid programmeId, [FromQuery] LocationFilter filter, CancellationToken ct)
    {
        // A link with a day that is none shows today.
        ModelState.Clear();
        return await Board(
            "Locations", "_Locations", await rollout.TopicsOf(programmeId, ct),
            () => locations.List(programmeId, filter, ListRequest.Of(Request, "name"), ct));
    }

    /// <remarks>With names for those who may see them: that it was read is logged.</remarks>
    [HttpGet("locations/{locationId:guid}"), LogReading]
    public async Task<IActionResult> Show(Guid locationId, CancellationToken ct) => await Board(
        "Location", "_Location", await rollout.TopicsOf(locationId, ct), async () =>
            await locations.Page(locationId, ct) with { Staff = Request.WantsPartial() ? null : await staff.Page(locationId, q: null, ListRequest.Of(Request, "name"), ct) });

    /// <summary>Of the programme that the viewer chose last, or has.</summary>
    [HttpGet("locations")]
    public async Task<IActionResult> Mine(CancellationToken ct) =>
        Redirect(await programmes.Current(ct) is { } current ? $"/programmes/{current.ProgrammeId}/locations" : "/programmes");
}
