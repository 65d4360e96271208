using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Locations.Ahead;

/// <summary>Every change of the organisation that is still to come, live.</summary>
[Authorize(Policies.SeeRollout)]
public sealed class AheadController(Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, AheadReader reader, RolloutReader rollout)
    : LiveController(viewer, fragments, views)
{
    [HttpGet("programmes/{programmeId:guid}/locations/changes")]
    public async Task<IActionResult> Show(Guid programmeId, CancellationToken ct) =>
        await Board("Ahead", "_Ahead", await rollout.TopicsOf(programmeId, ct), () => reader.Page(programmeId, ct));
}
