using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Hypercare.OneTicket;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Acts;

/// <summary>Comments on a ticket.</summary>
[Route("tickets/{ticketId:guid}/comments"), Authorize(Policies.LogTickets)]
public sealed class TicketCommentController(
    TicketReader tickets, Ledger ledger, Texts texts, Clock clock, IStringLocalizer<HypercareTexts> text) : TicketActController(tickets)
{
    [HttpGet]
    public Task<IActionResult> New(Guid ticketId, CancellationToken ct) =>
        Open(ticketId, "Comment", acts => acts.MayLog, page => Task.FromResult<object>(Fresh(page)), ct);

    /// <param name="textId">Made with the form, so that a comment sent twice stands there once.</param>
    [HttpPost]
    public async Task<IActionResult> Create(Guid ticketId, string? words, Guid textId, CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } page) return NotFound();
        ModelState.Clear();
        var written = Words(words, nameof(words), text["comment.missing"], text["log.what.long", TicketForm.MostCharacters]);
        var form = new ActPage(page, "comments", words, TextId: textId);
        if (!ModelState.IsValid) return Unprocessable("_Comment", form);

        var draft = await Draft(ticketId, written!, textId, ct);
        var refusal = await ledger.Decide<Ticket, TicketEvent>(
            ticketId, ticket => ticket.Comment(draft.Id, page.Acts.Me, clock.Now), Together.With(draft), ct);
        return refusal is null ? await Commented(ticketId, ct) : Again("_Comment", form, refusal, nameof(words));
    }

    public static ActPage Fresh(TicketPage page) => new(page, "comments", TextId: Guid.CreateVersion7());

    /// <summary>Other words under an id that is taken are another comment.</summary>
    private async Task<WrittenText> Draft(Guid ticketId, string words, Guid textId, CancellationToken ct)
    {
        var draft = texts.Draft(ticketId, words)!;
        var isFree = textId != Guid.Empty && ((await texts.Of([textId], ct)).Count == 0 || await texts.IsSame(textId, words, ct));
        return isFree ? draft with { Id = textId } : draft;
    }

    private async Task<IActionResult> Commented(Guid ticketId, CancellationToken ct) =>
        await Tickets.Page(ticketId, ct: ct) is { } page ? Fragment("_Commented", page, otherwise: page.Address) : NotFound();
}
