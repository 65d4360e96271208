using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>Puts locations into a wave and takes them out, many at once.</summary>
[Route("waves/{waveId:guid}/locations"), Authorize(Policies.Plan)]
public sealed class WaveLocationsController(
    WaveReader waves, RolloutReader rollout, WaveLocations locations, IStringLocalizer<WaveTexts> words) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Choose(Guid waveId, string? q, Guid? area, string? done, int count, CancellationToken ct) =>
        await Page(waveId, new WaveLocationsForm([]), q, area, ct) is { } page
            ? View("WaveLocations", page with { Done = WaveLocationsDone.Of(done, count) is { } said && page.CanHave(said) ? said : null })
            : NotFound();

    [HttpPost]
    public Task<IActionResult> Assign(Guid waveId, [Bind(Prefix = "Form")] WaveLocationsForm form, CancellationToken ct) =>
        Change(waveId, form, WaveLocationsDone.Assigned, () => locations.Assign(waveId, form.Ticked, form.Moved, ct), ct);

    [HttpPost("removals")]
    public Task<IActionResult> Unassign(Guid waveId, [Bind(Prefix = "Form")] WaveLocationsForm form, CancellationToken ct) =>
        Change(waveId, form, WaveLocationsDone.Removed, () => locations.Unassign(waveId, form.Ticked, ct), ct);

    private async Task<IActionResult> Change(Guid waveId, WaveLocationsForm form, string done, Func<Task<Refusal?>> change, CancellationToken ct)
    {
        var count = form.Ticked.Count + form.Moved.Count;
        ModelState.Demand("", count > 0, words["message.tick"]);
        var refusal = ModelState.IsValid ? await change() : null;
        if (ModelState.IsValid && refusal is null) return SeeOther($"/waves/{waveId}/locations?done={done}&count={count}");
        return await Page(waveId, form, null, null, ct) is { } page ? Unprocessable("_WaveLocations", page, refusal) : NotFound();
    }

    /// <summary>Also what other waves have: a plan is changed by moving locations from one to another. And what closed before it went live:
    /// it can be taken out.</summary>
    private async Task<WaveLocationsPage?> Page(Guid waveId, WaveLocationsForm form, string? search, Guid? area, CancellationToken ct)
    {
        if (await waves.Standing(waveId, ct) is not { } wave) return null;
        var others = await rollout.LocationsToCome(
            "programme_id = $2 and wave_id is distinct from $3 and live_on is null and closed_on is null", ct, wave.Wave.ProgrammeId, waveId);
        var gone = await rollout.GoneBeforeLive(waveId, ct);
        return new(wave with { Locations = [.. wave.Locations, .. gone] }, others, form, search, area);
    }
}
