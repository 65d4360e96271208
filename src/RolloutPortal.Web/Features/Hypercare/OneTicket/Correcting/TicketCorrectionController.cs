using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Features.Hypercare.OneTicket.Acts;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket.Correcting;

/// <summary>Correcting what was logged: by its reporter, or by support.</summary>
[Route("tickets/{ticketId:guid}/correction"), Authorize(Policies.LogTickets)]
public sealed class TicketCorrectionController(
    TicketReader tickets, CorrectionReader corrections, Ledger ledger, Texts texts, Clock clock, IStringLocalizer<HypercareTexts> text)
    : TicketActController(tickets)
{
    [HttpGet]
    public Task<IActionResult> Edit(Guid ticketId, CancellationToken ct) =>
        Open(ticketId, "Correct", page => page.Acts.MayChange, async page => await corrections.Page(page, form: null, ct), ct);

    [HttpPost]
    public async Task<IActionResult> Update(Guid ticketId, TicketForm form, CancellationToken ct)
    {
        if (await Tickets.Page(ticketId, ct: ct) is not { } ticket) return NotFound();
        if (!ticket.Acts.MayChange) return Forbid();
        var page = await corrections.Page(ticket, form with { TicketId = ticketId, LocationId = form.LocationId ?? ticket.Row.LocationId }, ct);
        return Holds(page) ? await Correct(page, ct) : Unprocessable("_Correct", page);
    }

    private async Task<IActionResult> Correct(CorrectionPage page, CancellationToken ct)
    {
        try
        {
            var refusal = await Decide(page, ct);
            return refusal is null ? await Done(page.Form.TicketId, "correction.done", ct) : Again("_Correct", page, refusal, "");
        }
        catch (StaleVersionException)
        {
            var now = (await Tickets.Page(page.Form.TicketId, ct: ct))!;
            var again = page with { Ticket = now, Form = page.Form with { Seen = now.Version }, IsStale = true };
            return Stale("_Correct", again, new Refusal(CommonRefusals.Stale));
        }
    }

    private async Task<Refusal?> Decide(CorrectionPage page, CancellationToken ct)
    {
        var (form, row, at) = (page.Form, page.Ticket.Row, page.Target!);
        var isSame = form.Words.Length == 0 || await texts.IsSame(row.TicketId, row.TextId, form.Words, ct);
        var draft = isSame ? null : texts.Draft(row.TicketId, form.Words);
        var command = new CorrectTicket(form.ToProblem(at.Row), draft?.Id ?? row.TextId, clock.Now);
        var loggedOn = DateOnly.FromDateTime(Zones.ToLocal(row.LoggedAt, at.Row.TimeZone).DateTime);
        return await ledger.Decide<Ticket, TicketEvent>(
            row.TicketId, ticket => ticket.Correct(command, at.Hypercare, loggedOn),
            Together.With(draft) with { SeenVersion = form.Seen, Demands = [LocationDemand.Standing(at.Row.LocationId)] }, ct);
    }

    private bool Holds(CorrectionPage page)
    {
        ModelState.Clear();
        foreach (var (field, key) in page.Form.Faults(wordsAreGone: page.Ticket.Words is null))
            ModelState.AddModelError(field, text[key, TicketForm.MostCharacters, TicketForm.MostUsers]);
        if (page.Target is null) ModelState.AddModelError(nameof(TicketForm.LocationId), text["correction.location.unknown"]);
        if (page.Form.ModuleId is { } module && page.Modules.All(row => row.ModuleId != module))
            ModelState.AddModelError(nameof(TicketForm.ModuleId), text["log.module.unknown"]);
        return ModelState.IsValid;
    }
}
