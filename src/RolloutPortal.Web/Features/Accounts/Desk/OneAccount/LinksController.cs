using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Features.Accounts.Desk.Inviting;
using RolloutPortal.Web.Features.Accounts.Entry;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Accounts.Desk.OneAccount;

/// <summary>Makes the links by which people come into their accounts, and withdraws them.</summary>
[Route("accounts/{accountId:guid}"), Authorize(Policies.Administer)]
public sealed class LinksController(AccountDesk desk, AccountEntry entry, LetterWriter letters) : PortalController
{
    [HttpPost("invitations")]
    public Task<IActionResult> Invite(Guid accountId, CancellationToken ct) => Issue(EntryKind.Invitation, accountId, ct);

    [HttpPost("reset-links")]
    public Task<IActionResult> Reset(Guid accountId, CancellationToken ct) => Issue(EntryKind.Reset, accountId, ct);

    [HttpPost("invitations/removal")]
    public Task<IActionResult> RevokeInvitation(Guid accountId, CancellationToken ct) => Revoke(EntryKind.Invitation, accountId, ct);

    [HttpPost("reset-links/removal")]
    public Task<IActionResult> RevokeReset(Guid accountId, CancellationToken ct) => Revoke(EntryKind.Reset, accountId, ct);

    private async Task<IActionResult> Issue(EntryKind kind, Guid accountId, CancellationToken ct)
    {
        if (await desk.Held(accountId, ct) is not { } account) return NotFound();
        if (Request.Portal() is not { } portal) return Unprocessable("_Account", account, PortalAddress.Missing);
        var (refusal, link) = await entry.Issue(kind, accountId, ct);
        if (refusal is not null) return Unprocessable("_Account", account, refusal);
        var (line, all) = (account.Line, await desk.Scopes(ct));
        // Not after a redirect: nothing that is kept anywhere knows the link.
        return View("Letters", new LetterPage(kind, [letters.Write(kind, line.Name, line.Email, line.Language, line.Grants, all, link, portal)], account.Address));
    }

    private async Task<IActionResult> Revoke(EntryKind kind, Guid accountId, CancellationToken ct)
    {
        if (await desk.Held(accountId, ct) is not { } account) return NotFound();
        await entry.Revoke(kind, accountId, ct);
        return SeeOther($"{account.Address}?done={AccountDone.LinkRevoked}");
    }
}
