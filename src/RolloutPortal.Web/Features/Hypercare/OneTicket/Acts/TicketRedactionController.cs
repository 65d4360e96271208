using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket.Acts;

/// <summary>Deleting something written on a ticket for good: a name or a number that should not stand there (decisions.md 1).</summary>
[Route("tickets/{ticketId:guid}/texts/{textId:guid}/redaction"), Authorize(Policies.SeeTickets)]
public sealed class TicketRedactionController(TicketReader tickets, Ledger ledger, Clock clock) : TicketActController(tickets)
{
    [HttpGet]
    public Task<IActionResult> Confirm(Guid ticketId, Guid textId, CancellationToken ct) =>
        Open(ticketId, "Redact", page => page.Acts.MayRedact(page.AuthorOf(textId)), page => Task.FromResult<object>(Form(page, textId)), ct);

    [HttpPost]
    public async Task<IActionResult> Create(Guid ticketId, Guid textId, CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } page) return NotFound();
        if (!page.Acts.MayRedact(page.AuthorOf(textId))) return Forbid();
        var refusal = await ledger.Decide<Ticket, TicketEvent>(
            ticketId, ticket => ticket.Redact(textId, clock.Now), new Together { RedactedTexts = [textId] }, ct);
        return refusal is null ? await Done(ticketId, "redaction.done", ct) : NotFound();
    }

    private static ActPage Form(TicketPage page, Guid textId) =>
        new(page, $"texts/{textId}/redaction", page.Written.GetValueOrDefault(textId), TextId: textId);
}
