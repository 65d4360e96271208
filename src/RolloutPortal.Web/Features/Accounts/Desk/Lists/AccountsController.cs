using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Accounts.Desk.Lists;

/// <summary>Who has an account.</summary>
[Route("accounts"), Authorize(Policies.Administer)]
public sealed class AccountsController(AccountDesk desk) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> List([FromQuery] AccountFilter filter, CancellationToken ct) =>
        View("Accounts", await desk.List(filter, ListRequest.Of(Request, "name"), ct));
}
