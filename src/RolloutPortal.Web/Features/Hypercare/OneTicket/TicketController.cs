using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Home;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket;

/// <summary>A ticket's page, and who has it.</summary>
[Route("tickets/{ticketId:guid}"), Authorize(Policies.SeeTickets), LogReading]
public sealed class TicketController(TicketReader tickets, Ledger ledger, Visits visits, Clock clock) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Show(Guid ticketId, CancellationToken ct)
    {
        if (await tickets.Page(ticketId, ct: ct) is not { } page) return NotFound();
        if (!Request.WantsPartial()) await visits.See(page.Acts.Me, ticketId, ct);
        return Page("Ticket", "_Ticket", page);
    }

    /// <summary>The history alone: it stands below the field in which somebody may be writing.</summary>
    [HttpGet("history")]
    public async Task<IActionResult> History(Guid ticketId, CancellationToken ct) =>
        await tickets.Page(ticketId, ct: ct) is { } page ? Page("Ticket", "_TicketHistory", page) : NotFound();

    /// <param name="from">Whose it was when its user decided to take it; none: nobody's.</param>
    [HttpPost("assignment"), Authorize(Policies.TriageTickets)]
    public async Task<IActionResult> Take(Guid ticketId, Guid? from, CancellationToken ct)
    {
        if (await tickets.Page(ticketId, ct: ct) is not { } page) return NotFound();
        var me = page.Acts.Me;
        var refusal = await ledger.Decide<Ticket, TicketEvent>(ticketId, ticket => ticket.Take(me, from, clock.Now), ct: ct);
        return await Answer(ticketId, refusal, ct);
    }

    /// <param name="from">Whose it was when its user decided that it shall be nobody's.</param>
    [HttpPost("release"), Authorize(Policies.TriageTickets)]
    public async Task<IActionResult> Release(Guid ticketId, Guid? from, CancellationToken ct) =>
        await Answer(ticketId, await ledger.Decide<Ticket, TicketEvent>(ticketId, ticket => ticket.Release(from, clock.Now), ct: ct), ct);

    private async Task<IActionResult> Answer(Guid ticketId, Refusal? refusal, CancellationToken ct)
    {
        if (await tickets.Page(ticketId, refusal?.Key, ct) is not { } page) return NotFound();
        if (refusal is null) return Fragment("_Ticket", page, otherwise: page.Address);
        AccessNote.Refused(HttpContext, refusal.Key);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Request.IsHtmx() ? PartialView("_Ticket", page) : View("Ticket", page);
    }
}
