using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket.Acts;

/// <summary>What is done to a ticket with words: opens its form beside the ticket, and puts the outcome in its place.</summary>
public abstract class TicketActController(TicketReader tickets) : PortalController
{
    protected TicketReader Tickets { get; } = tickets;

    /// <summary>The form as it is opened.</summary>
    protected async Task<IActionResult> Open(
        Guid ticketId, string view, Func<TicketPage, bool> may, Func<TicketPage, Task<object>> form, CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } page) return NotFound();
        return may(page) ? Page(view, $"_{view}", await form(page)) : Forbid();
    }

    /// <summary>To htmx a word of thanks and the ticket as it is now; else the ticket's page.</summary>
    protected async Task<IActionResult> Done(Guid ticketId, string notice, CancellationToken ct) =>
        await Tickets.Page(ticketId, notice, ct) is { } page ? Fragment("_Done", page, otherwise: page.Address) : NotFound();

    /// <summary>The form again: 409 when the ticket has moved on, 422 when something is missing in it.</summary>
    protected IActionResult Again(string partial, object form, Refusal refusal, string field) =>
        refusal.Key is TicketRefusals.Resolved or TicketRefusals.NotResolved or TicketRefusals.Withdrawn
            ? Stale(partial, form, refusal)
            : Unprocessable(partial, form, refusal, field);

    /// <summary>Words that fit, trimmed; a message otherwise.</summary>
    protected string? Words(string? typed, string field, string missing, string tooLong, bool optional = false)
    {
        var words = Texts.Clean(typed ?? "");
        if (words.Length == 0 && !optional) ModelState.AddModelError(field, missing);
        if (words.Length > TicketForm.MostCharacters) ModelState.AddModelError(field, tooLong);
        return words.Length == 0 ? null : words;
    }
}

/// <summary>A ticket and the form of something done to it.</summary>
/// <param name="Act">The last part of the address, and the prefix of its texts.</param>
/// <param name="Words">As typed.</param>
public sealed record ActPage(TicketPage Ticket, string Act, string? Words = null, Cause? Cause = null, Guid TextId = default)
{
    /// <summary>The one before it has just been sent.</summary>
    public bool IsSent { get; init; }

    public string Address => $"{Ticket.Address}/{Act}";

    /// <summary>Names user and ticket: what was typed comes back only to them, there.</summary>
    public string DraftKey => $"{Ticket.Acts.Me}/{Ticket.Row.TicketId}/{Act}";
}
