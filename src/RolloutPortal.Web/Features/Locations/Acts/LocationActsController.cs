using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.OneLocation;
using RolloutPortal.Web.Features.Shared.Forms;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Locations.Acts;

/// <summary>Closes, splits and merges a location from a day: first the effect is shown, then it is stored.</summary>
[Route("locations/{locationId:guid}/" + LocationActPage.Route), Authorize(Policies.Plan)]
public sealed class LocationActsController(
    LocationActReader reader, LocationActs acts, LocationEffects effects, LocationStory story, Ledger ledger,
    IStringLocalizer<LocationTexts> words, IStringLocalizer<LocationActTexts> actWords) : PortalController
{
    [HttpGet]
    public async Task<IActionResult> Form(Guid locationId, string deed, CancellationToken ct)
    {
        var known = await ledger.Load<Location, LocationEvent>(locationId, ct);
        if (known.State is not { IsOpened: true, History.ClosedFrom: null }) return Redirect($"/locations/{locationId}");
        return View("LocationAct", await reader.Page(locationId, deed, reader.Empty(known, deed), ct));
    }

    [HttpPost]
    public async Task<IActionResult> Decide(Guid locationId, string deed, [Bind(Prefix = "Form")] LocationActForm form, CancellationToken ct)
    {
        var known = await ledger.Load<Location, LocationEvent>(locationId, ct);
        if (known.State.History is not { } history) return NotFound();
        var page = await reader.Page(locationId, deed, reader.Complete(form, known, deed), ct);
        form = page.Form;
        if (!await reader.MayMerge(form.Ticked, page.Location.ProgrammeId, ct)) return NotFound();
        if (!IsFilledIn(page, history)) return Unprocessable("_LocationAct", page);
        var decision = Try(page, known.State);
        // The same form sent twice asks for what is so already.
        if (decision is { Refusal: null, Events.Count: 0 } && !IsIntoItself(page)) return SeeOther(page.Back);
        if (known.Version != form.Version) return await Changed(page, known.Version, ct);
        if (decision.Refusal is { } cannot) return Unprocessable("_LocationAct", page, cannot, FieldOf(cannot));
        if (form.Sure != form.Key)
        {
            ModelState.Remove("Form.Sure");
            return Unprocessable("_LocationAct", page with { Form = form with { Seen = await Versions(form, ct) }, Effects = await effects.Of(page, ct) });
        }

        try
        {
            var refusal = await Do(page, history, ct);
            return refusal is null ? SeeOther(page.Back) : Unprocessable("_LocationAct", page with { Effects = [] }, refusal, FieldOf(refusal));
        }
        catch (StaleVersionException stale)
        {
            return await Changed(page, stale.StreamId == locationId ? stale.Actual : known.Version, ct);
        }
    }

    private async Task<IActionResult> Changed(LocationActPage page, long version, CancellationToken ct)
    {
        ModelState.Remove("Form.Version");
        var since = (await story.Since(page.Location.LocationId, page.Form.Version, ct)).ToList();
        foreach (var (other, _, _, _) in page.Others)
        {
            if (page.Form.Seen?.TryGetValue(other.LocationId, out var seen) != true) continue;
            since.AddRange((await story.Since(other.LocationId, seen, ct)).Select(line => line with { What = $"{other.Name}: {line.What}" }));
        }

        return Stale("_LocationAct", page with { Form = page.Form with { Version = version }, Since = since }, new Refusal(CommonRefusals.Stale));
    }

    private async Task<Dictionary<Guid, long>> Versions(LocationActForm form, CancellationToken ct)
    {
        var versions = new Dictionary<Guid, long>();
        foreach (var id in form.Ticked)
            versions[id] = (await ledger.Load<Location, LocationEvent>(id, ct)).Version;
        return versions;
    }

    private static bool IsIntoItself(LocationActPage page) => page.IsMerger && page.Form.Into == page.Location.LocationId;

    /// <summary>What the location itself says to it, before anybody is asked whether they are sure.</summary>
    private static Decision<LocationEvent> Try(LocationActPage page, Location location)
    {
        var from = page.Form.From!.Value;
        if (page.IsSplit) return location.Split([.. page.Form.Filled.Select(part => part.LocationId)], from);
        if (!page.IsMerger) return location.Close(from);
        return IsIntoItself(page) ? Decision<LocationEvent>.Nothing : location.Merge(page.Form.Into ?? page.Form.Parts![0].LocationId, from);
    }

    private Task<Refusal?> Do(LocationActPage page, LocationHistory history, CancellationToken ct)
    {
        var (form, id, from) = (page.Form, page.Location.LocationId, page.Form.From!.Value);
        OpenLocation Opening(LocationPartForm part, int users) => new(part.LocationId, page.Location.ProgrammeId, part.Code, part.After(history.On(from), users), from);
        if (page.IsSplit) return acts.Split(id, [.. form.Filled.Select(part => Opening(part, 0))], from, form.Version, ct);
        if (!page.IsMerger) return acts.Close(id, from, form.Version, ct);

        var (all, part) = (form.Ticked.Append(id).Distinct().ToArray(), form.Parts![0]);
        var seen = new Dictionary<Guid, long>(form.Seen ?? []) { [id] = form.Version };
        if (form.Into is not { } into) return acts.Merge(all, users => Opening(part, users), from, seen, ct);
        return acts.MergeInto(into, [.. all.Where(one => one != into)], (target, users) => part.After(target, users) with { AreaId = target.AreaId }, from, seen, ct);
    }

    private bool IsFilledIn(LocationActPage page, LocationHistory history)
    {
        var form = page.Form;
        ModelState.DemandDay("Form.From", form.From is not null, words["message.from"], words["message.from.none"]);
        if (form.From is not { } from) return false;
        if (page.IsMerger) ModelState.Demand("Form.Others", form.Ticked.Any(id => id != page.Location.LocationId), actWords["message.others"]);
        if (page.IsMerger && form.Into is { } into) ModelState.Demand("Form.Into", into == page.Location.LocationId || form.Ticked.Contains(into), actWords["message.into"]);
        if (page.IsSplit) ModelState.Demand("Form.Parts[1].Name", form.Filled.Count >= 2, actWords["message.two"]);
        if (!page.IsSplit && (!page.IsMerger || form.Into is not null)) return ModelState.IsValid;
        for (var i = 0; i < form.Parts!.Length; i++)
            if (!page.IsSplit || !form.Parts[i].IsEmpty) DemandPart(page, i, history.On(from));

        return ModelState.IsValid;
    }

    private void DemandPart(LocationActPage page, int i, LocationDescription before)
    {
        var (part, at) = (page.Form.Parts![i], $"Form.Parts[{i}]");
        foreach (var (field, refusal) in part.Faults(at, part.After(before, 0) with { Name = part.Name ?? "" })) Refuse(refusal, field);
        if (page.IsSplit) ModelState.Demand($"{at}.Users", part.Users is not null, words["message.users"]);
        if (part.AreaId is { } area) ModelState.Demand($"{at}.AreaId", page.Areas.Any(known => known.Id == area), words["message.area"]);
    }

    private static string FieldOf(Refusal refusal) => LocationFault.FieldOf(refusal) is LocationField.From ? "Form.From" : "";
}
