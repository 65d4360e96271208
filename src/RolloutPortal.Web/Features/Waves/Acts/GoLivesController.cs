using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>Records that locations went live, and takes a wrong go-live back (decisions.md 21).</summary>
[Authorize(Policies.Plan)]
public sealed class GoLivesController(WaveReader waves, Ledger ledger, Texts texts, IStringLocalizer<WaveTexts> words) : PortalController
{
    [HttpGet("waves/{waveId:guid}/go-lives")]
    public async Task<IActionResult> GoLive(Guid waveId, CancellationToken ct) =>
        await waves.Standing(waveId, ct) is { } wave
            ? View("GoLives", new GoLivesPage(wave, new GoLivesForm(null, null, null), IsWithdrawal: false).Prefilled(waves.Today(wave)))
            : NotFound();

    [HttpPost("waves/{waveId:guid}/go-lives")]
    public async Task<IActionResult> GoLive(Guid waveId, [Bind(Prefix = "Form")] GoLivesForm form, CancellationToken ct)
    {
        if (await waves.Standing(waveId, ct) is not { } wave) return NotFound();
        var page = new GoLivesPage(wave, form, IsWithdrawal: false);
        ModelState.DemandDay("Form.Day", form.Day is not null, words["message.day"], words["message.day.none"]);
        Decision<WaveEvent> ToLive(Wave decided) => decided.GoLive(form.Ticked, form.Day!.Value, waves.Today(wave), page.Since);
        return ModelState.IsValid && await IsAsked(page, ToLive, ct) is { } asked
            ? Unprocessable("_GoLives", page with { FromPlan = asked })
            : await Decide(page, null, ToLive, ct);
    }

    [HttpGet("waves/{waveId:guid}/withdrawals")]
    public async Task<IActionResult> Withdraw(Guid waveId, [FromQuery] Guid[] location, CancellationToken ct) =>
        await waves.Standing(waveId, ct) is { } wave
            ? View("GoLives", new GoLivesPage(wave, new GoLivesForm(Day: null, location, Reason: null), IsWithdrawal: true))
            : NotFound();

    [HttpPost("waves/{waveId:guid}/withdrawals")]
    public async Task<IActionResult> Withdraw(Guid waveId, [Bind(Prefix = "Form")] GoLivesForm form, CancellationToken ct)
    {
        if (await waves.Standing(waveId, ct) is not { } wave) return NotFound();
        var page = new GoLivesPage(wave, form, IsWithdrawal: true);
        if (Texts.Check(form.Reason) is { } tooLong) return Unprocessable("_GoLives", page, tooLong, "Form.Reason");
        var reason = texts.Draft(waveId, form.Reason);
        return await Decide(
            page, Together.With(reason),
            decided => decided.Decide(WaveLocations.Each(form.Ticked, (w, id) => w.WithdrawGoLive(id, reason?.Id ?? Guid.Empty))), ct);
    }

    /// <summary>Only about what would be stored: a no comes before a question.</summary>
    private async Task<int?> IsAsked(GoLivesPage page, Func<Wave, Decision<WaveEvent>> decide, CancellationToken ct) =>
        page.Form.Confirmed != page.Form.Day && PlanDoubts.FromPlan(page.Form.Day!.Value, page.Wave.Wave.GoLive) is { } days
        && decide((await waves.Decided(page.WaveId, ct)).State).Events.Count > 0
            ? days
            : null;

    private async Task<IActionResult> Decide(
        GoLivesPage page, Together? with, Func<Wave, Decision<WaveEvent>> decide, CancellationToken ct)
    {
        ModelState.Demand("Form.LocationIds", page.Form.Ticked.Count > 0, words["message.tick"]);
        var refusal = ModelState.IsValid ? await ledger.Decide(page.WaveId, decide, with, ct) : null;
        if (ModelState.IsValid && refusal is null) return SeeOther($"/waves/{page.WaveId}");
        return Unprocessable("_GoLives", page, refusal, refusal is null ? "" : GoLivesPage.FieldOf(refusal.Key));
    }
}
