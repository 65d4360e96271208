using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Home;

/// <summary>The front page leads on to where one's role works; and the change of rollout.</summary>
[Authorize(Policies.SignedIn)]
public sealed class HomeController(Viewer viewer, ProgrammeChoice programmes) : PortalController
{
    [HttpGet("/")]
    public async Task<IActionResult> Show(CancellationToken ct) =>
        SeeOther(Landing.Of((await viewer.SignedIn(ct)).Rights, (await programmes.Current(ct))?.ProgrammeId));

    /// <summary>Nothing to see: no rollout yet, or no role.</summary>
    [HttpGet("/welcome")]
    public async Task<IActionResult> Welcome(CancellationToken ct) => View("Welcome", await viewer.SignedIn(ct));

    [HttpPost("/programme")]
    public async Task<IActionResult> Choose(Guid programmeId, CancellationToken ct)
    {
        if ((await programmes.Mine(ct)).All(row => row.ProgrammeId != programmeId)) return NotFound();
        ProgrammeChoice.Remember(Response, programmeId);
        return SeeOther("/");
    }
}
