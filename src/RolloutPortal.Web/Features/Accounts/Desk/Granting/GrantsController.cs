using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Features.Accounts.Desk.Granting;

/// <summary>Gives roles and takes them, each after a page that says what it means.</summary>
[Route("accounts/{accountId:guid}/grants"), Authorize(Policies.Administer)]
public sealed class GrantsController(AccountDesk desk, AccountDecisions decisions, IStringLocalizer<AdministrationTexts> words) : AccountFormController
{
    /// <summary>Choosing first, then what was chosen means.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> Choose(Guid accountId, GrantChoice choice, CancellationToken ct)
    {
        if (await desk.Page(accountId, ct) is not { } account) return NotFound();
        ModelState.Clear();
        var page = new GrantPage(account, choice, choice.Of(account.Scopes), IsRemoval: false, account.State.Edition);
        if (!choice.IsEmpty) Demand(choice, page.Grant);
        if (page.Grant is null) return ModelState.IsValid ? View("ChooseGrant", page) : Unprocessable("_ChooseGrant", page);
        return Why(page) is { } refusal ? Unprocessable("_ChooseGrant", page, refusal, "Scope") : View("Grant", page);
    }

    [HttpPost]
    public async Task<IActionResult> Give(Guid accountId, GrantChoice choice, long seen, CancellationToken ct)
    {
        if (await desk.Page(accountId, ct) is not { } account) return NotFound();
        ModelState.Clear();
        var page = new GrantPage(account, choice, choice.Of(account.Scopes), IsRemoval: false, seen);
        Demand(choice, page.Grant);
        if (page.Grant is not { } grant) return Unprocessable("_ChooseGrant", page);
        var refusal = Why(page) ?? await decisions.GrantRole(accountId, grant, seen, ct);
        return refusal is null ? SeeOther($"{account.Address}?done={AccountDone.Granted}") : await Again(page, refusal, ct);
    }

    [HttpGet("removal")]
    public async Task<IActionResult> Removal(Guid accountId, GrantChoice choice, CancellationToken ct)
    {
        if (await desk.Page(accountId, ct) is not { } account) return NotFound();
        ModelState.Clear();
        return choice.Read() is { } grant && account.Line.Grants.Contains(grant) && account.MayRemove(grant)
            ? View("Grant", new GrantPage(account, choice, grant, IsRemoval: true, account.State.Edition))
            : Redirect(account.Address);
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Take(Guid accountId, GrantChoice choice, long seen, CancellationToken ct)
    {
        if (await desk.Page(accountId, ct) is not { } account) return NotFound();
        ModelState.Clear();
        if (choice.Read() is not { } grant) return SeeOther(account.Address);
        var page = new GrantPage(account, choice, grant, IsRemoval: true, seen);
        var refusal = Why(page) ?? await decisions.RevokeRole(accountId, grant, seen, ct);
        // Whoever has taken the own administration, or the last role in reach, sees the account no longer.
        return refusal is not null ? await Again(page, refusal, ct)
            : await desk.Page(accountId, ct) is null || page.IsOwnWay ? SeeOther("/")
            : SeeOther($"{account.Address}?done={AccountDone.Revoked}");
    }

    /// <summary>Nobody gives or takes what is above themselves.</summary>
    private static Refusal? Why(GrantPage page) =>
        !page.Account.Reach.Gives(page.Account.Scopes.PlaceOf(page.Grant!)) ? new Refusal(AccountRefusals.OutOfReach)
        : page.IsRemoval ? null
        : page.Account.Line.IsErased ? new Refusal(AccountRefusals.Erased)
        : page.Account.State.GrantRole(page.Grant!).Refusal;

    private void Demand(GrantChoice choice, Grant? grant)
    {
        ModelState.Demand("Role", choice.Role is { } role && Enum.IsDefined(role), words["message.role"]);
        ModelState.Demand("Scope", grant is not null || ModelState.ErrorCount > 0, words["message.scope"]);
    }

    private async Task<IActionResult> Again(GrantPage page, Refusal refusal, CancellationToken ct)
    {
        if (refusal.Key != CommonRefusals.Stale) return Unprocessable("_Grant", page, refusal);
        return Overtaken(
            "_Grant", await desk.Page(page.Account.Id, ct), page.Seen, refusal, (now, since) => page with { Account = now, Seen = now.State.Edition, Since = since });
    }
}
