using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Web.Features.Locations.Staff;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Locations.OneLocation;

/// <summary>The page of one location, live.</summary>
[Authorize(Policies.SeeRollout)]
public sealed class LocationController(
    Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, LocationReader locations, StaffReader staff, RolloutReader rollout) : LiveController(viewer, fragments, views)
{
    /// <remarks>With names for those who may see them: that it was read is logged.</remarks>
    [HttpGet("locations/{locationId:guid}"), LogReading]
    public async Task<IActionResult> Show(Guid locationId, CancellationToken ct) => await Board(
        "Location", "_Location", await rollout.TopicsOf(locationId, ct), async () =>
            await locations.Page(locationId, ct) with { Staff = Request.WantsPartial() ? null : await staff.Page(locationId, q: null, ListRequest.Of(Request, "name"), ct) });
}
