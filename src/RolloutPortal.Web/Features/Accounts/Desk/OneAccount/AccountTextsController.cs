using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Accounts.Desk.OneAccount;

/// <summary>Deleting the reason why an account was closed or opened for good (decisions.md 1). Only administrators read it, and so only they
/// delete it: whoever sees the account, also where the account as a whole is in another's hands.</summary>
[Route("accounts/{accountId:guid}/texts/{textId:guid}/redaction"), Authorize(Policies.Administer)]
public sealed class AccountTextsController(AccountDesk desk, Ledger ledger, Texts texts) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Confirm(Guid accountId, Guid textId, CancellationToken ct)
    {
        if (await desk.Page(accountId, ct) is not { } account) return NotFound();
        return (await texts.Of(accountId, [textId], ct)).TryGetValue(textId, out var words)
            ? View("Redaction", new RedactionPage(AddressOf(accountId, textId), account.Address, words)) : NotFound();
    }

    [HttpPost]
    public async Task<IActionResult> Delete(Guid accountId, Guid textId, CancellationToken ct)
    {
        if (await desk.Page(accountId, ct) is not { } account) return NotFound();
        var refusal = await ledger.Decide<Account, AccountEvent>(accountId, known => known.Redact(textId), new Together { RedactedTexts = [textId] }, ct);
        return refusal is null ? SeeOther($"{account.Address}?done={AccountDone.Redacted}") : NotFound();
    }

    public static string AddressOf(Guid accountId, Guid textId) => $"/accounts/{accountId}/texts/{textId}/redaction";
}
