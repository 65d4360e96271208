using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Home;

/// <summary>The front page leads on to where one's role works; and the change of rollout.</summary>
[Authorize(Policies.SignedIn)]
public sealed class HomeController(Viewer viewer, ProgrammeChoice programmes, FirstStepsReader steps) : PortalController
{
    /// <summary>Whoever only administers begins with the first day's steps until they are done.</summary>
    [HttpGet("/")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        var rights = (await viewer.SignedIn(ct)).Rights;
        var onlyAdministers = rights.Grants.All(grant => grant.Role is Role.Administrator);
        return onlyAdministers && await steps.Of(rights, ct) is { AreDone: false }
            ? SeeOther("/welcome")
            : SeeOther(Landing.Of(rights, (await programmes.Current(ct))?.ProgrammeId));
    }

    /// <summary>Nothing to see yet: the first steps, or whom to ask for a role.</summary>
    [HttpGet("/welcome")]
    public async Task<IActionResult> Welcome(CancellationToken ct) => View("Welcome", await Page((await viewer.SignedIn(ct)).Rights, ct));

    [HttpPost("/programme")]
    public async Task<IActionResult> Choose(Guid programmeId, CancellationToken ct)
    {
        if ((await programmes.Mine(ct)).All(row => row.ProgrammeId != programmeId)) return NotFound();
        ProgrammeChoice.Remember(Response, programmeId);
        return SeeOther("/");
    }

    private async Task<WelcomePage> Page(Rights rights, CancellationToken ct) => new(rights, await steps.Of(rights, ct));
}
