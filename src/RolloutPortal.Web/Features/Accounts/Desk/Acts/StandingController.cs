using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Identity.Linking;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts.Desk.Acts;

/// <summary>Closes accounts and opens them again, forgets wrong passwords, signs devices out.</summary>
[Route("accounts/{accountId:guid}"), Authorize(Policies.Administer)]
public sealed class StandingController(
    AccountDesk desk, AccountDecisions decisions, AccountRegister register, IdentityLinks identities, Viewer viewer, IStringLocalizer<AdministrationTexts> words) : AccountFormController
{
    [HttpGet("{standing:regex(^(disabling|enabling)$)}")]
    public async Task<IActionResult> Form(Guid accountId, string standing, CancellationToken ct)
    {
        if (await desk.Held(accountId, ct) is not { } account) return NotFound();
        var page = new StandingPage(account, standing, Reason: null, account.State.Edition);
        return page.Fits ? View("Standing", page) : Redirect(account.Address);
    }

    [HttpPost("{standing:regex(^(disabling|enabling)$)}")]
    public async Task<IActionResult> Decide(Guid accountId, string standing, string? reason, long seen, CancellationToken ct)
    {
        if (await desk.Held(accountId, ct) is not { } account) return NotFound();
        var page = new StandingPage(account, standing, reason, seen);
        ModelState.Demand("Reason", !page.IsDisabling || !string.IsNullOrWhiteSpace(reason), words["message.reason"]);
        if (!ModelState.IsValid) return Unprocessable("_Standing", page);
        if (Texts.Check(reason) is { } tooLong) return Unprocessable("_Standing", page, tooLong, "Reason");

        var refusal = page.IsDisabling
            ? await decisions.Disable(accountId, (await viewer.SignedIn(ct)).Id, reason, seen, ct)
            : await decisions.Enable(accountId, reason, seen, ct);
        return refusal is null ? SeeOther($"{account.Address}?done={(page.IsDisabling ? AccountDone.Disabled : AccountDone.Enabled)}") : await Again(page, refusal, ct);
    }

    [HttpPost("unlocking")]
    public Task<IActionResult> Unlock(Guid accountId, CancellationToken ct) => Do(accountId, AccountDone.Unlocked, () => register.Unlock(accountId, ct), ct);

    /// <summary>One's own devices are on the page of the own account: nobody signs themselves out by accident.</summary>
    [HttpPost("sessions/removal")]
    public Task<IActionResult> SignOut(Guid accountId, CancellationToken ct) =>
        Do(accountId, AccountDone.SignedOut, () => register.EndSessions(accountId, Session.IdOf(User), ct), ct);

    /// <summary>Whoever came in by the municipality's sign-in does so no longer.</summary>
    [HttpPost("identity/removal")]
    public Task<IActionResult> UnlinkIdentity(Guid accountId, CancellationToken ct) =>
        Do(accountId, AccountDone.IdentityUnlinked, () => identities.Unlink(accountId, ct), ct);

    private async Task<IActionResult> Do(Guid accountId, string done, Func<Task<Refusal?>> act, CancellationToken ct)
    {
        if (await desk.Held(accountId, ct) is not { } account) return NotFound();
        return await act() is null ? SeeOther($"{account.Address}?done={done}") : SeeOther(account.Address);
    }

    private async Task<IActionResult> Again(StandingPage page, Refusal refusal, CancellationToken ct)
    {
        if (refusal.Key != CommonRefusals.Stale) return Unprocessable("_Standing", page, refusal);
        return Overtaken(
            "_Standing", await desk.Held(page.Account.Id, ct), page.Seen, refusal, (now, since) => page with { Account = now, Seen = now.State.Edition, Since = since });
    }
}

/// <summary>An account that is to be closed, or opened again.</summary>
/// <param name="Act"><c>disabling</c> or <c>enabling</c>.</param>
/// <param name="Seen">The edition of the account that the form's user saw.</param>
public sealed record StandingPage(AccountPage Account, string Act, string? Reason, long Seen)
{
    /// <summary>What others have decided since.</summary>
    public IReadOnlyList<HistoryLine> Since { get; init; } = [];

    public bool IsDisabling => Act == "disabling";

    public bool Fits => IsDisabling ? Account.MayDisable : Account.MayEnable;

    public string Action => $"{Account.Address}/{Act}";
}
