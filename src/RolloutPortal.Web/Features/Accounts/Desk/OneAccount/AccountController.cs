using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Accounts.Desk.OneAccount;

/// <summary>One account, as an administrator sees it.</summary>
[Route("accounts/{accountId:guid}"), Authorize(Policies.Administer)]
public sealed class AccountController(AccountDesk desk) : PortalController
{
    /// <param name="done">What the viewer has just done.</param>
    [HttpGet]
    public async Task<IActionResult> Show(Guid accountId, string? done, CancellationToken ct) =>
        await desk.Page(accountId, ct) is { } page ? View("Account", page with { Done = AccountDone.Of(done) is { } said && AccountDone.Fits(said, page.State.IsDisabled) ? said : null }) : NotFound();
}
