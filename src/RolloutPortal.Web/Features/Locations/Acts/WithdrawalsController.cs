using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Locations.Acts;

/// <summary>Takes back what was planned or told by mistake: a change on a day, the ending of a location, its opening.</summary>
[Route("locations/{locationId:guid}/withdrawal"), Authorize(Policies.Plan)]
public sealed class WithdrawalsController(
    RolloutReader rollout, LocationActs acts, Ledger ledger, Viewer viewer, IStringLocalizer<LocationActTexts> words, IStringLocalizer<SharedTexts> shared) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Form(Guid locationId, string? what, DateOnly? day, CancellationToken ct)
    {
        var known = await ledger.Load<Location, LocationEvent>(locationId, ct);
        return await Page(locationId, known, new WithdrawalForm(known.Version, what, day), ct) is { Lines.Count: > 0 } page
            ? View("Withdrawal", page)
            : Redirect($"/locations/{locationId}");
    }

    [HttpPost]
    public async Task<IActionResult> Withdraw(Guid locationId, [Bind(Prefix = "Form")] WithdrawalForm form, CancellationToken ct)
    {
        var known = await ledger.Load<Location, LocationEvent>(locationId, ct);
        if (await Page(locationId, known, form, ct) is not { } page) return NotFound();
        try
        {
            var refusal = form switch
            {
                { What: "change", Day: { } day } => await acts.Withdraw(locationId, day, form.Version, ct),
                { What: "ending" } => await Reopen(locationId, form, ct),
                { What: "opening" } => await acts.WithdrawOpening(locationId, form.Version, ct),
                _ => new Refusal(CommonRefusals.IdMissing),
            };
            return refusal is null ? SeeOther(page.Back) : Unprocessable("_Withdrawal", page, refusal);
        }
        catch (StaleVersionException)
        {
            // What it is by now stands on the page; nothing was typed that could be lost.
            known = await ledger.Load<Location, LocationEvent>(locationId, ct);
            ModelState.Remove("Form.Version");
            return await Page(locationId, known, form with { Version = known.Version }, ct) is { Lines.Count: > 0 } now
                ? Stale("_Withdrawal", now, new Refusal(CommonRefusals.Stale))
                : SeeOther(page.Back);
        }
    }

    /// <summary>Whoever undoes a merger undoes it for all of them, and so plans for all of them.</summary>
    private async Task<Refusal?> Reopen(Guid locationId, WithdrawalForm form, CancellationToken ct)
    {
        foreach (var other in await acts.Joined(locationId, ct))
            if (!await viewer.May(Permission.Plan, other, ct)) return new Refusal(LocationRefusals.OthersInvolved);
        return await acts.Reopen(locationId, form.Version, ct);
    }

    private async Task<WithdrawalPage?> Page(Guid locationId, Known<Location> known, WithdrawalForm form, CancellationToken ct)
    {
        if (known.State.History is not { } history || await rollout.Location(locationId, ct) is not { } standing) return null;
        return new(standing, form, form switch
        {
            { What: "change", Day: { } day } => [.. history.ChangedOn(day).Select(value => words["withdraw.change", shared.Of(value), WeekHtml.Written(day)].Value)],
            { What: "ending" } when history is { ClosedFrom: { } closed, Ending: { } ending and not LocationEnding.Withdrawn } => [words[$"withdraw.{ending}", WeekHtml.Written(closed)]],
            { What: "opening" } when !history.IsWithdrawn => [words["withdraw.opening", WeekHtml.Written(history.Start)]],
            _ => [],
        });
    }
}
