using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Home;

/// <summary>A superuser's own page, on a phone between two citizens: log here, what has changed, and how it goes with what is mine.</summary>
/// <remarks>Rendered for one person, hence never from the cache of shared fragments.</remarks>
[Route("my"), Authorize(Policies.LogTickets)]
public sealed class MyController(MyPages pages, News news, Visits visits, Viewer viewer) : PortalController
{
    /// <remarks>A region that asks for itself is no visit: it may be that nobody looks.</remarks>
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        var who = await viewer.SignedIn(ct);
        var since = Request.WantsPartial() ? await visits.SeenUntil(who.Id, ct) : null;
        return Page("My", "_My", await pages.Of(who, since ?? await visits.Come(who.Id, ct), ct));
    }

    /// <summary>The mark in the top bar.</summary>
    [HttpGet("news")]
    public async Task<IActionResult> Mark(CancellationToken ct)
    {
        var who = await viewer.SignedIn(ct);
        return PartialView("_News", new FrameNews(await news.Count(who, ct), News.Topics(who)));
    }

    [HttpPost("seen")]
    public async Task<IActionResult> SeeAll(CancellationToken ct)
    {
        var who = await viewer.SignedIn(ct);
        await visits.SeeAll(who.Id, ct);
        return Fragment("_Seen", await pages.Of(who, await visits.Come(who.Id, ct), ct), otherwise: "/my");
    }
}
