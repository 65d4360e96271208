using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Locations.Lists;

/// <summary>The locations of a programme, live.</summary>
[Authorize(Policies.SeeRollout)]
public sealed class LocationsController(
    Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, LocationListReader locations, RolloutReader rollout, ProgrammeChoice programmes)
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

    /// <summary>Of the programme that the viewer chose last, or has.</summary>
    [HttpGet("locations")]
    public async Task<IActionResult> Mine(CancellationToken ct) =>
        Redirect(await programmes.Current(ct) is { } current ? $"/programmes/{current.ProgrammeId}/locations" : "/programmes");
}
