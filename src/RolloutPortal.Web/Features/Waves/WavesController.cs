using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>The waves of a programme, and each of them, live.</summary>
[Authorize(Policies.SeeRollout)]
public sealed class WavesController(
    Viewer viewer, FragmentCache fragments, ICompositeViewEngine views, WaveReader waves, RolloutReader rollout, ProgrammeChoice programmes)
    : LiveController(viewer, fragments, views)
{
    [HttpGet("programmes/{programmeId:guid}/waves")]
    public async Task<IActionResult> List(Guid programmeId, CancellationToken ct) => await Board(
        "Waves", "_Waves", await rollout.TopicsOf(programmeId, ct), () => waves.List(programmeId, ct));

    [HttpGet("waves/{waveId:guid}")]
    public async Task<IActionResult> Show(Guid waveId, CancellationToken ct) => await Board(
        "Wave", "_Wave", await rollout.TopicsOf(waveId, ct), () => waves.Page(waveId, ct));

    /// <summary>Of the programme that the viewer chose last, or has.</summary>
    [HttpGet("waves")]
    public async Task<IActionResult> Mine(CancellationToken ct) =>
        Redirect(await programmes.Current(ct) is { } current ? $"/programmes/{current.ProgrammeId}/waves" : "/programmes");
}
