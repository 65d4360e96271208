using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket.Acts;

/// <summary>How a ticket ends, or does not after all: resolved, reopened, withdrawn.</summary>
[Route("tickets/{ticketId:guid}"), Authorize(Policies.LogTickets)]
public sealed class TicketEndingController(
    TicketReader tickets, Ledger ledger, Texts texts, Clock clock, IStringLocalizer<HypercareTexts> text) : TicketActController(tickets)
{
    private const string Resolution = "resolution";
    private const string Reopening = "reopening";
    private const string Withdrawal = "withdrawal";

    [HttpGet(Resolution), Authorize(Policies.TriageTickets)]
    public Task<IActionResult> Resolve(Guid ticketId, CancellationToken ct) => Open(ticketId, "Resolve", page => page.Acts.MayTriage, Form(Resolution), ct);

    [HttpPost(Resolution), Authorize(Policies.TriageTickets)]
    public async Task<IActionResult> Resolve(Guid ticketId, Cause? cause, string? words, CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } page) return NotFound();
        ModelState.Clear();
        var written = Words(words, nameof(words), "", text["log.what.long", TicketForm.MostCharacters], optional: true);
        if (cause is not { } found || !Enum.IsDefined(found)) ModelState.AddModelError(nameof(cause), text["resolution.cause.missing"]);
        var form = new ActPage(page, Resolution, words, cause);
        return ModelState.IsValid
            ? await Decide(form, "_Resolve", written, (ticket, text) => ticket.Resolve(cause!.Value, text, clock.Now), ct)
            : Unprocessable("_Resolve", form);
    }

    [HttpGet(Reopening)]
    public Task<IActionResult> Reopen(Guid ticketId, CancellationToken ct) => Open(ticketId, "Reason", page => page.Acts.MayReopen, Form(Reopening), ct);

    [HttpPost(Reopening)]
    public Task<IActionResult> Reopen(Guid ticketId, string? words, CancellationToken ct) => WithReason(
        ticketId, Reopening, words, acts => acts.MayReopen, (ticket, reason) => ticket.Reopen(reason!.Value, clock.Now), ct);

    [HttpGet(Withdrawal)]
    public Task<IActionResult> Withdraw(Guid ticketId, CancellationToken ct) => Open(ticketId, "Reason", page => page.Acts.MayChange, Form(Withdrawal), ct);

    [HttpPost(Withdrawal)]
    public Task<IActionResult> Withdraw(Guid ticketId, string? words, CancellationToken ct) => WithReason(
        ticketId, Withdrawal, words, acts => acts.MayChange, (ticket, reason) => ticket.Withdraw(reason!.Value, clock.Now), ct);

    private static Func<TicketPage, Task<object>> Form(string act) => page => Task.FromResult<object>(new ActPage(page, act));

    private async Task<IActionResult> WithReason(
        Guid ticketId, string act, string? words, Func<TicketActs, bool> may, Func<Ticket, Guid?, Decision<TicketEvent>> decide,
        CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } page) return NotFound();
        if (!may(page.Acts)) return Forbid();
        var reason = Words(words, nameof(words), text[$"{act}.reason.missing"], text["log.what.long", TicketForm.MostCharacters]);
        var form = new ActPage(page, act, words);
        return ModelState.IsValid ? await Decide(form, "_Reason", reason, decide, ct) : Unprocessable("_Reason", form);
    }

    /// <param name="decide">Given the id of the words; of those that stand there where somebody has said just the same.</param>
    private async Task<IActionResult> Decide(
        ActPage form, string partial, string? words, Func<Ticket, Guid?, Decision<TicketEvent>> decide, CancellationToken ct)
    {
        var id = form.Ticket.Row.TicketId;
        var ended = (await ledger.Load<Ticket, TicketEvent>(id, ct)).State.EndingTextId;
        var isSaid = ended is { } said && await texts.IsSame(id, said, words, ct);
        var draft = isSaid ? null : texts.Draft(id, words);
        var refusal = await ledger.Decide<Ticket, TicketEvent>(id, ticket => decide(ticket, isSaid ? ended : draft?.Id), Together.With(draft), ct);
        return refusal is null ? await Done(id, $"{form.Act}.done", ct) : Again(partial, form, refusal, "words");
    }
}
