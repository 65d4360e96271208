using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket.Acts;

/// <summary>Comments on a ticket.</summary>
[Route("tickets/{ticketId:guid}/comments"), Authorize(Policies.LogTickets)]
public sealed class TicketCommentController(
    TicketReader tickets, Ledger ledger, Texts texts, Clock clock, IStringLocalizer<HypercareTexts> text) : TicketActController(tickets)
{
    /// <summary>In the address of the page that says so, without JavaScript.</summary>
    public const string Sent = "commented";

    [HttpGet]
    public Task<IActionResult> New(Guid ticketId, CancellationToken ct) =>
        Open(ticketId, "Comment", page => page.Acts.MayLog, page => Task.FromResult<object>(Fresh(page)), ct);

    /// <param name="textId">Made with the form, so that a comment sent twice stands there once.</param>
    [HttpPost]
    public async Task<IActionResult> Create(Guid ticketId, string? words, Guid textId, CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } page) return NotFound();
        ModelState.Clear();
        var written = Words(words, nameof(words), text["comment.missing"], text["log.what.long", TicketForm.MostCharacters]);
        var form = new ActPage(page, "comments", words, TextId: textId);
        if (!ModelState.IsValid) return Unprocessable("_Comment", form);

        return await Comment(form, written!, ct);
    }

    public static ActPage Fresh(TicketPage page, bool isSent = false) => new(page, "comments", TextId: Guid.CreateVersion7()) { IsSent = isSent };

    private async Task<IActionResult> Comment(ActPage form, string words, CancellationToken ct)
    {
        var id = form.Ticket.Row.TicketId;
        var refusal = await Draft(id, words, form.TextId, ct) is { } draft
            ? await ledger.Decide<Ticket, TicketEvent>(id, ticket => ticket.Comment(draft.Id, form.Ticket.Acts.Me, clock.Now), Together.With(draft), ct)
            : new Refusal(CommonRefusals.TextTaken);
        return refusal is null ? await Commented(id, ct)
            : refusal.Key == CommonRefusals.TextTaken ? Stale("_Comment", form with { TextId = Guid.CreateVersion7() }, refusal)
            : Again("_Comment", form, refusal, "words");
    }

    /// <summary>Other words under an id that is taken here are another comment.</summary>
    /// <returns>Null when the id is that of a text elsewhere.</returns>
    private async Task<WrittenText?> Draft(Guid ticketId, string words, Guid textId, CancellationToken ct)
    {
        var draft = texts.Draft(ticketId, words)!;
        if (textId == Guid.Empty) return draft;
        return await texts.Standing(ticketId, textId, words, ct) switch
        {
            TextStanding.Other => draft,
            TextStanding.Elsewhere => null,
            _ => draft with { Id = textId },
        };
    }

    private async Task<IActionResult> Commented(Guid ticketId, CancellationToken ct) =>
        await Tickets.Page(ticketId, ct: ct) is { } page ? Fragment("_Commented", page, otherwise: $"{page.Address}?{Sent}=true") : NotFound();
}
