using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>Decides about a wave as a whole: when it goes live, how long its hypercare is, that it is closed or cancelled.</summary>
[Route("waves/{waveId:guid}/" + WaveChange.Route), Authorize(Policies.Plan)]
public sealed class WaveChangesController(
    WaveReader waves, WaveHistory history, WaveRegister register, Ledger ledger, Texts texts, IStringLocalizer<WaveTexts> words) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Form(Guid waveId, string resource, CancellationToken ct)
    {
        var change = WaveChange.Of(resource);
        if (await waves.Standing(waveId, ct) is not { } wave) return NotFound();
        var decided = await waves.Decided(waveId, ct);
        if (!change.Fits(decided.State, waves.Today(wave))) return Redirect($"/waves/{waveId}");

        return View("WaveChange", new WaveChangePage(change, wave, Prefilled(change, wave, decided.Version), []));
    }

    [HttpPost]
    public async Task<IActionResult> Decide(Guid waveId, string resource, [Bind(Prefix = "Form")] WaveChangeForm form, CancellationToken ct)
    {
        if (await waves.Standing(waveId, ct) is not { } wave) return NotFound();
        var page = new WaveChangePage(WaveChange.Of(resource), wave, form, []);
        if (!await IsFilledIn(page, ct)) return Unprocessable("_WaveChange", page);
        if (page.Change.IsPlanning && form.Confirmed != form.Day && PlanDoubts.Of(form.Day!.Value, waves.Today(wave)) is { } doubt)
            return Unprocessable("_WaveChange", page with { Doubt = doubt });
        if (page.Change.Has(WaveFields.Reason) && Texts.Check(form.Reason) is { } tooLong) return Unprocessable("_WaveChange", page, tooLong, "Form.Reason");

        var reason = page.Change.Has(WaveFields.Reason) ? texts.Draft(waveId, form.Reason) : null;
        var with = new DecideWave(form.Day ?? default, form.Weeks ?? 0, reason?.Id ?? Guid.Empty, form.Name, waves.Today(wave));
        return await Decide(page, with, reason, ct);
    }

    private async Task<IActionResult> Decide(WaveChangePage page, DecideWave with, WrittenText? reason, CancellationToken ct)
    {
        var together = Together.With(reason) with { SeenVersion = page.Form.Version, Claims = Claimed(page), Releases = await Released(page, ct) };
        try
        {
            var refusal = await ledger.Decide<Wave, WaveEvent>(page.WaveId, wave => page.Change.Decide(wave, with), together, ct);
            return refusal is null
                ? SeeOther($"/waves/{page.WaveId}")
                : Unprocessable("_WaveChange", page, refusal, WaveChange.FieldOf(refusal));
        }
        catch (StaleVersionException)
        {
            return await ChangedMeanwhile(page, with, ct);
        }
    }

    /// <summary>A form that was sent twice asks for what is so already: that is no conflict.</summary>
    private async Task<IActionResult> ChangedMeanwhile(WaveChangePage page, DecideWave with, CancellationToken ct)
    {
        var now = await waves.Decided(page.WaveId, ct);
        if (page.Change.Decide(now.State, with) is { Refusal: null, Events.Count: 0 }) return SeeOther($"/waves/{page.WaveId}");

        var fresh = page with
        {
            Form = page.Form with { Version = now.Version },
            Since = await history.Since(page.WaveId, page.Form.Version, ct),
        };
        return Stale("_WaveChange", fresh, new Refusal(CommonRefusals.Stale));
    }

    private static IReadOnlyList<Reserve> Claimed(WaveChangePage page) =>
        page.Change.Has(WaveFields.Name) ? [WaveRegister.Name(page.Wave.Wave.ProgrammeId, page.WaveId, page.Form.Name)] : [];

    /// <summary>The locations, the number and the name of a cancelled wave are free for others, and so is a name that it had.</summary>
    private async Task<IReadOnlyList<Claim>> Released(WaveChangePage page, CancellationToken ct)
    {
        var wave = page.Wave.Wave;
        return page.Change.Resource switch
        {
            "cancellation" => [.. WaveLocations.Claims(page.WaveId, (await waves.Decided(page.WaveId, ct)).State.Locations.Keys), .. WaveRegister.Of(wave)],
            "name" => [WaveRegister.Name(wave.ProgrammeId, page.WaveId, wave.Name).Claim],
            _ => [],
        };
    }

    private async Task<bool> IsFilledIn(WaveChangePage page, CancellationToken ct)
    {
        var (change, form, wave) = (page.Change, page.Form, page.Wave.Wave);
        if (change.Has(WaveFields.Name))
            foreach (var taken in await register.Taken(wave.ProgrammeId, page.WaveId, number: null, form.Name, ct)) Refuse(taken, WaveChange.FieldOf(taken));
        if (change.Has(WaveFields.Day)) ModelState.DemandDay("Form.Day", form.Day is not null, words["message.day"], words["message.day.none"]);
        if (change.Has(WaveFields.Weeks)) ModelState.Demand("Form.Weeks", form.Weeks is not null, words["message.weeks"]);
        if (change.Has(WaveFields.Reason)) ModelState.Demand("Form.Reason", !string.IsNullOrWhiteSpace(form.Reason), words["message.reason"]);
        return ModelState.IsValid;
    }

    private WaveChangeForm Prefilled(WaveChange change, WaveStanding wave, long version) => new(
        version, wave.Wave.Name, change.IsPlanning ? wave.Wave.GoLive : waves.Today(wave),
        wave.Wave.HypercareWeeks > 0 ? wave.Wave.HypercareWeeks : Wave.UsualHypercareWeeks, Reason: null, Confirmed: null);
}
