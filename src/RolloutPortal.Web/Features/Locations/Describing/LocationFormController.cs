using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.Acts;
using RolloutPortal.Web.Features.Locations.OneLocation;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations.Describing;

/// <summary>Opens a location and describes it anew.</summary>
[Authorize(Policies.Plan)]
public sealed class LocationFormController(
    LocationFormReader forms, LocationRegister register, LocationStory story, LocationEffects effects, ReadTables read, Ledger ledger, Clock clock,
    IStringLocalizer<LocationTexts> words) : PortalController
{
    [HttpGet("programmes/{programmeId:guid}/locations/new")]
    public async Task<IActionResult> New(Guid programmeId, CancellationToken ct)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var form = new LocationForm(
            Guid.CreateVersion7(), Version: 0, null, null, null, null, null, null, null, programme.TimeZone, clock.Today(programme.TimeZone));
        return View("LocationForm", await forms.Page(programmeId, form, [], ct));
    }

    [HttpPost("programmes/{programmeId:guid}/locations")]
    public async Task<IActionResult> Open(Guid programmeId, [Bind(Prefix = "Form")] LocationForm form, CancellationToken ct)
    {
        form = form with { Version = 0 };
        var page = await forms.Page(programmeId, form, [], ct);
        if (!await IsFilledIn(page, ct)) return Unprocessable("_LocationForm", page);
        var refusal = await register.Open(new OpenLocation(form.LocationId, programmeId, form.Code, form.Description, form.From!.Value), ct);
        return Answer(page, refusal);
    }

    [HttpGet("locations/{locationId:guid}/description")]
    public async Task<IActionResult> Edit(Guid locationId, DateOnly? from, CancellationToken ct)
    {
        // A link with a day that is none asks about today.
        ModelState.Clear();
        var known = await ledger.Load<Location, LocationEvent>(locationId, ct);
        if (known.State is not { Opening: { } opening, History: { } history }) return NotFound();
        var day = from is { } asked && Domain.Calendar.Days.Hold(asked) ? asked : history.Today(clock.Today);
        // What is closed can be put right until its last day.
        if (history.ClosedFrom <= day) day = history.Periods()[^1].From;
        var described = history.On(day);
        // As the reader writes them, which the field can read again.
        var form = LocationForm.Of(locationId, known.Version, known.State.Code, described, day) with { OpeningHours = HoursText.Of(described.OpeningHours, words["hours.always"]) };
        return View("LocationForm", await forms.Page(opening.ProgrammeId, form, [], ct));
    }

    [HttpPost("locations/{locationId:guid}/description")]
    public async Task<IActionResult> Describe(Guid locationId, [Bind(Prefix = "Form")] LocationForm form, CancellationToken ct)
    {
        if (await read.Get<LocationRow>(locationId, ct) is not { } row) return NotFound();
        var page = await forms.Page(row.ProgrammeId, form with { LocationId = locationId, Version = Math.Max(1, form.Version) }, [], ct);
        if (!await IsFilledIn(page, ct)) return Unprocessable("_LocationForm", page);
        if (form.Sure != form.Key && await Effects(page, ct) is { Count: > 0 } effects) return Unprocessable("_LocationForm", page with { Effects = effects });
        try
        {
            return Answer(page, await register.Describe(locationId, page.Form.Version, form.Code, form.Description, form.From!.Value, ct));
        }
        catch (StaleVersionException stale)
        {
            if (await register.IsSo(locationId, form.Code, form.Description, form.From!.Value, ct)) return Answer(page, refusal: null);
            var fresh = page with { Form = page.Form with { Version = stale.Actual }, Now = await story.Since(locationId, page.Form.Version, ct) };
            return Stale("_LocationForm", fresh, new Refusal(CommonRefusals.Stale));
        }
    }

    /// <summary>Who works with it, and days other than today, are asked about first: what people may see changes with them.</summary>
    private async Task<IReadOnlyList<string>> Effects(LocationFormPage page, CancellationToken ct)
    {
        var (form, from) = (page.Form, page.Form.From!.Value);
        if ((await ledger.Load<Location, LocationEvent>(form.LocationId, ct)).State is not { History: { } history } || !form.Description.TryClean(out var after)) return [];
        var before = history.On(from);
        if (before.AreaId == after.AreaId && before.ProviderId == after.ProviderId && from == clock.Today(after.TimeZone)) return [];
        DateOnly? until = history.Changes.FirstOrDefault(day => day > from) is var next && next != default ? next : history.ClosedFrom;
        return await effects.Of(form.LocationId, before, after, from, until, page.Book, ct);
    }

    private IActionResult Answer(LocationFormPage page, Refusal? refusal) => refusal is null
        ? SeeOther($"/locations/{page.Form.LocationId}")
        : Unprocessable("_LocationForm", page, refusal, LocationForm.FieldOf(refusal));

    private async Task<bool> IsFilledIn(LocationFormPage page, CancellationToken ct)
    {
        var form = page.Form;
        ModelState.Demand("Form.AreaId", page.Areas.Any(area => area.Id == form.AreaId), words["message.area"]);
        ModelState.Demand("Form.Users", form.Users is not null, words["message.users"]);
        ModelState.Demand("Form.Side", form.Side is { } side && Enum.IsDefined(side), words["message.side"]);
        ModelState.DemandDay("Form.From", form.From is not null, words["message.from"], words["message.from.none"]);
        if (form.ProviderId is { } provider)
            ModelState.Demand("Form.ProviderId", page.Providers.Any(row => row.Id == provider), words["message.provider"]);
        foreach (var refusal in form.Refusals()) Refuse(refusal, LocationForm.FieldOf(refusal));
        if (await register.Taken(page.Programme.ProgrammeId, form.LocationId, form.Code, ct) is { } taken) Refuse(taken, "Form.Code");
        return ModelState.IsValid;
    }
}
