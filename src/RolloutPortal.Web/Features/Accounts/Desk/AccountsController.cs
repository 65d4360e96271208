using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Accounts.Desk;

/// <summary>Who has an account, and each of them.</summary>
[Route("accounts"), Authorize(Policies.Administer)]
public sealed class AccountsController(AccountDesk desk) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> List([FromQuery] AccountFilter filter, CancellationToken ct) =>
        View("Accounts", await desk.List(filter, ListRequest.Of(Request, "name"), ct));

    /// <param name="done">What the viewer has just done.</param>
    [HttpGet("{accountId:guid}")]
    public async Task<IActionResult> Show(Guid accountId, string? done, CancellationToken ct) =>
        await desk.Page(accountId, ct) is { } page ? View("Account", page with { Done = AccountDone.Of(done) is { } said && AccountDone.Fits(said, page.State.IsDisabled) ? said : null }) : NotFound();
}
