using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Puts locations into a wave and takes them out, many at once.</summary>
[Route("waves/{waveId:guid}/locations"), Authorize(Policies.Plan)]
public sealed class WaveLocationsController(
    WaveReader waves, RolloutReader rollout, WaveLocations locations, IStringLocalizer<WaveTexts> words) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Choose(Guid waveId, string? q, Guid? area, CancellationToken ct) =>
        await Page(waveId, new WaveLocationsForm([]), q, area, ct) is { } page ? View("WaveLocations", page) : NotFound();

    [HttpPost]
    public Task<IActionResult> Assign(Guid waveId, [Bind(Prefix = "Form")] WaveLocationsForm form, CancellationToken ct) =>
        Change(waveId, form, () => locations.Assign(waveId, form.Ticked, ct), ct);

    [HttpPost("removals")]
    public Task<IActionResult> Unassign(Guid waveId, [Bind(Prefix = "Form")] WaveLocationsForm form, CancellationToken ct) =>
        Change(waveId, form, () => locations.Unassign(waveId, form.Ticked, ct), ct);

    private async Task<IActionResult> Change(Guid waveId, WaveLocationsForm form, Func<Task<Refusal?>> change, CancellationToken ct)
    {
        ModelState.Demand("", form.Ticked.Count > 0, words["message.tick"]);
        var refusal = ModelState.IsValid ? await change() : null;
        if (ModelState.IsValid && refusal is null) return SeeOther($"/waves/{waveId}/locations");
        return await Page(waveId, form, null, null, ct) is { } page ? Unprocessable("_WaveLocations", page, refusal) : NotFound();
    }

    private async Task<WaveLocationsPage?> Page(Guid waveId, WaveLocationsForm form, string? search, Guid? area, CancellationToken ct) =>
        await waves.Standing(waveId, ct) is { } wave
            ? new(wave, await rollout.Locations("programme_id = $1 and wave_id is null", ct, wave.Wave.ProgrammeId), form, search, area)
            : null;
}
