using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Home;

/// <summary>A superuser's own page, on a phone between two citizens: log here, and how it goes with what I logged.</summary>
/// <remarks>Rendered for one person, hence never from the cache of shared fragments.</remarks>
[Route("my"), Authorize(Policies.LogTickets)]
public sealed class MyController(MyPages pages, Viewer viewer) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken ct) => Page("My", "_My", await pages.Of(await viewer.SignedIn(ct), ct));
}
