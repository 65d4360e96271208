using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Guarding;

/// <summary>For support and administrators: what the guard stopped, counted, and the texts that were kept on somebody's word.</summary>
[Route("guard"), Authorize(Policies.SeeTickets)]
public sealed class GuardReviewController(GuardReview review, Viewer viewer) : PortalController
{
    /// <summary>What is shown may hold somebody's number: who looked is kept.</summary>
    [HttpGet, LogReading]
    public async Task<IActionResult> Show(CancellationToken ct) => await MayReview(ct) ? View("Review", await review.Page(ct)) : Forbid();

    /// <summary>Somebody has looked, and it may stay.</summary>
    [HttpPost("texts/{textId:guid}/approval")]
    public async Task<IActionResult> Approve(Guid textId, CancellationToken ct)
    {
        if (!await MayReview(ct)) return Forbid();
        return await review.Approve(textId, ct) ? SeeOther("/guard") : NotFound();
    }

    private async Task<bool> MayReview(CancellationToken ct) =>
        await viewer.May(Permission.CorrectTickets, ct) || await viewer.May(Permission.Administer, ct);
}
