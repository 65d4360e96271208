using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Help;

/// <summary>One page of help, short, by role; readable before one has signed in.</summary>
[Authorize(Policies.Anyone)]
public sealed class HelpController(Viewer viewer, DemoState demo, IOptions<PortalOptions> options) : PortalController
{
    [HttpGet("/help")]
    public async Task<IActionResult> Show(CancellationToken ct) => View("Help", HelpPage.For((await viewer.Account(ct))?.Rights, demo.IsDemo, options.Value.AccessLogMonths));
}
