using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Guarding;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Photos;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Guarding;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>Logging a ticket: where, the form, the receipt.</summary>
[Authorize(Policies.LogTickets)]
public sealed class LogTicketController(
    Viewer viewer, CareLocations locations, LogTicketReader reader, TicketLogging logging, TicketPhotos photos, SimilarTickets similar,
    ReadTables read, Clock clock, IStringLocalizer<HypercareTexts> text) : PortalController
{
    /// <summary>Straight on to the form for whoever works in one place.</summary>
    [HttpGet("tickets/new")]
    public async Task<IActionResult> Choose(string? q, CancellationToken ct)
    {
        if (await viewer.Locations(Permission.LogTickets, ct) is { Count: 1 } only) return Redirect($"/locations/{only.First()}/tickets/new");
        return Page("ChooseLocation", "_ChooseLocation", await reader.Choose(q, ct));
    }

    [HttpGet("locations/{locationId:guid}/tickets/new")]
    public async Task<IActionResult> New(Guid locationId, CancellationToken ct) =>
        await locations.Find(locationId, ct) is { } at ? Page("LogTicket", "_LogTicket", await reader.Page(at, form: null, ct: ct)) : NotFound();

    /// <summary>Open tickets that may be the one being written. A POST: what is typed must not stand in an address, where logs would keep it.</summary>
    [HttpPost("locations/{locationId:guid}/tickets/similar"), Authorize(Policies.SeeTickets), WhileTyping, NotLogged]
    public async Task<IActionResult> Similar(Guid locationId, TicketForm form, CancellationToken ct) =>
        PartialView("_Similar", new WhileWriting(
            await similar.To(form.Words, form.ModuleId, locationId, ct), BirthDates.StandBesideName(form.Words, clock.Today(Zones.Default))));

    /// <param name="pictures">Photos of a browser without JavaScript; others send theirs when the ticket has arrived.</param>
    [HttpPost("locations/{locationId:guid}/tickets"), RequestSizeLimit(PhotoForm.LargestForm)]
    public async Task<IActionResult> Create(Guid locationId, TicketForm form, [FromForm] PhotoForm pictures, CancellationToken ct)
    {
        if (await locations.Find(locationId, ct) is not { } at) return NotFound();
        // Here the place comes with the address, and what the form says of another is not asked.
        form = form with { TicketId = form.TicketId.Version == 7 ? form.TicketId : Guid.CreateVersion7(), LocationId = null };
        var page = await reader.Page(at, form, ct: ct) with { Photos = PhotoFields.Fresh(pictures.NoCitizen) };
        if (!Holds(page, pictures)) return Unprocessable("_LogTicket", page);
        if (await reader.IsAnothersNumber(form.TicketId, ct)) return Refused(page, new Refusal(TicketRefusals.NotFound), at.Row.TimeZone);

        var who = await viewer.SignedIn(ct);
        var refusal = await logging.Log(form.TicketId, form.ToProblem(at.Row), form.Words, who.Id, ChannelOf(page, who), at, form.UsersAreGuessed, ct);
        if (refusal is not null) return Refused(page, refusal, at.Row.TimeZone);

        var told = await photos.Add(form.TicketId, pictures, who.Id, ct);
        var receipt = new ReceiptPage((await read.Get<TicketRow>(form.TicketId, ct))!, page.DraftKey) { Told = told };
        return Fragment("_Receipt", receipt, otherwise: $"/tickets/{form.TicketId}/receipt{told.Query}");
    }

    [HttpGet("tickets/{ticketId:guid}/receipt"), Authorize(Policies.SeeTickets)]
    public async Task<IActionResult> Receipt(Guid ticketId, CancellationToken ct) =>
        await read.Get<TicketRow>(ticketId, ct) is { } row
            ? View("Receipt", new ReceiptPage(row, $"{(await viewer.SignedIn(ct)).Id}/{row.LocationId}") { Told = PhotosTold.Of(Request.Query) })
            : NotFound();

    /// <summary>What was typed is kept under a fresh id; of whose the old one is, nothing is said (decisions.md 4).</summary>
    private IActionResult Refused(LogTicketPage page, Refusal refusal, string zone)
    {
        ModelState.Clear();
        var again = page with { Form = page.Form with { TicketId = Guid.CreateVersion7() } };
        if (refusal.Key == TicketRefusals.AlreadyLogged)
            return Stale("_LogTicket", again with { Conflict = text["log.sent-before"] }, new Refusal(refusal.Key, Zones.ToLocal((DateTimeOffset)refusal.Values[0], zone)));
        if (refusal.Key != TicketRefusals.NotFound) return Unprocessable("_LogTicket", again, refusal);

        var answer = Unprocessable("_LogTicket", again with { Conflict = text["log.id-used"] });
        // htmx shows no answer of 404: it takes it for a page of errors.
        if (!Request.IsHtmx()) Response.StatusCode = StatusCodes.Status404NotFound;
        return answer;
    }

    private bool Holds(LogTicketPage page, PhotoForm pictures)
    {
        ModelState.Clear();
        if (pictures.Check() is { } refusal) Refuse(refusal, nameof(PhotoForm.NoCitizen));
        foreach (var (field, key) in page.Form.Faults())
            ModelState.AddModelError(field, text[key, TicketForm.MostCharacters, TicketForm.MostUsers]);
        if (page.Form.ModuleId is not null && page.ModuleName is null) ModelState.AddModelError(nameof(TicketForm.ModuleId), text["log.module.unknown"]);
        return ModelState.IsValid;
    }

    private static Channel ChannelOf(LogTicketPage page, SignedInAccount who) =>
        page is { MayChooseChannel: true, Form.Channel: { } chosen } && Enum.IsDefined(chosen) ? chosen
        : who.Rights.Grants.Any(grant => grant.Role is Role.Superuser) ? Channel.Superuser
        : Channel.Portal;
}
