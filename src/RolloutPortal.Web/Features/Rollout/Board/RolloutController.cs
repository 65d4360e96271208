using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Rollout.Board;

/// <summary>The rollout board of a programme, live.</summary>
[Authorize(Policies.SeeRollout)]
public sealed class RolloutController(
    Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, RolloutReader rollout, ProgrammeChoice programmes)
    : LiveController(viewer, fragments, views)
{
    [HttpGet("programmes/{programmeId:guid}/rollout")]
    public async Task<IActionResult> Show(Guid programmeId, [FromQuery] RolloutFilter filter, CancellationToken ct) => await Board(
        "Rollout", "_Rollout", await rollout.TopicsOf(programmeId, ct), () => rollout.Board(programmeId, filter, ct));

    /// <summary>Of the programme that the viewer chose last, or has; the list of programmes where there is none yet.</summary>
    [HttpGet("rollout")]
    public async Task<IActionResult> Mine(CancellationToken ct) =>
        Redirect(await programmes.Current(ct) is { } current ? $"/programmes/{current.ProgrammeId}/rollout" : "/programmes");
}
