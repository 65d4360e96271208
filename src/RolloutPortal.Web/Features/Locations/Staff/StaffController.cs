using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Locations.Staff;

/// <summary>Who works at a location today; the location's page shows the same list.</summary>
[Authorize(Policies.SeeNames)]
public sealed class StaffController(Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, StaffReader staff, RolloutReader rollout)
    : LiveController(viewer, fragments, views)
{
    [HttpGet("locations/{locationId:guid}/employees")]
    public async Task<IActionResult> Show(Guid locationId, string? q, CancellationToken ct) => await Board(
        "Staff", "_Staff", await rollout.TopicsOf(locationId, ct), async () => (await staff.Page(locationId, q, ListRequest.Of(Request, "name"), ct))!);
}
