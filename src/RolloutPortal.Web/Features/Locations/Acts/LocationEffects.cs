using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Locations.Acts;

/// <summary>Says beforehand what an act on a location does to lists, waves, tickets and rights. Scoped.</summary>
public sealed class LocationEffects(ReadTables read, IStringLocalizer<LocationActTexts> words, IStringLocalizer<SharedTexts> shared)
{
    public async Task<IReadOnlyList<string>> Of(LocationActPage page, CancellationToken ct = default)
    {
        var (form, location) = (page.Form, page.Location);
        var from = form.From!.Value;
        var ending = page.IsMerger ? page.Others.Where(other => form.Ticked.Contains(other.Location.LocationId)).Append(page.Standing).Where(one => one.Location.LocationId != form.Into).ToList() : [page.Standing];
        var names = string.Join(", ", ending.Select(one => one.Location.Name));
        var lines = new List<string> { words[$"{page.Act}.effect", names, WeekHtml.Written(from), Into(page)] };
        if (!page.IsMerger && !page.IsSplit) lines.Add(words["closing.effect.users", location.Users]);
        lines.AddRange(ending.Select(one => Wave(page, one, from)).OfType<string>());
        Guid[] ids = [.. ending.Select(one => one.Location.LocationId)];
        var open = await OpenTickets(ids, ct);
        lines.Add(open == 0 ? words["effect.tickets.none"] : words[open == 1 ? "effect.tickets.one" : "effect.tickets", open]);
        var people = (int)(await read.Query("select count(distinct account_id) from grant_row where scope_id = any($1)", row => row.GetInt64(0), ct, ids))[0];
        if (people > 0) lines.Add(words[people == 1 ? "effect.people.one" : "effect.people", people]);
        return lines;
    }

    /// <summary>What becomes different when a location is described anew from a day.</summary>
    /// <param name="book">Of its programme.</param>
    public async Task<IReadOnlyList<string>> Of(
        Guid locationId, LocationDescription before, LocationDescription after, DateOnly from, DateOnly? until, PartBook book, CancellationToken ct = default)
    {
        string Name(Guid? id) => id is { } one ? book.NameOf(one, from) : words["none"];
        (LocationValue Value, string Old, string New)[] values =
        [
            (LocationValue.Name, before.Name, after.Name), (LocationValue.Area, Name(before.AreaId), Name(after.AreaId)),
            (LocationValue.Users, $"{before.Users}", $"{after.Users}"), (LocationValue.Side, shared.Of(before.Side), shared.Of(after.Side)),
            (LocationValue.OpeningHours, Hours(before), Hours(after)), (LocationValue.TimeZone, before.TimeZone, after.TimeZone),
            (LocationValue.Provider, Name(before.ProviderId), Name(after.ProviderId)),
        ];
        var lines = values.Where(one => one.Old != one.New).Select(one => words["effect.change", shared.Of(one.Value), one.Old, one.New].Value).ToList();
        if (lines.Count == 0) return lines;
        lines.Insert(0, until is { } end ? words["effect.days", WeekHtml.Written(from), WeekHtml.Written(end.AddDays(-1))] : words["effect.from", WeekHtml.Written(from)]);
        if (before.AreaId != after.AreaId) lines.Add(words["effect.area", Name(before.AreaId), Name(after.AreaId), await OpenTickets([locationId], ct)]);
        if (before.ProviderId != after.ProviderId) lines.Add(words["effect.provider"]);
        return lines;
    }

    private string Hours(LocationDescription described) => described.OpeningHours.Length == 0 ? words["none"] : HoursText.Of(described.OpeningHours, words["always"]);

    private static string Into(LocationActPage page) => page.IsMerger && page.Form.Into is { } id
        ? page.Others.Append(page.Standing).FirstOrDefault(one => one.Location.LocationId == id)?.Location.Name ?? ""
        : string.Join(", ", page.Form.Filled.Select(part => part.Name));

    private string? Wave(LocationActPage page, LocationStanding one, DateOnly from)
    {
        if (one.Location is not { Wave: { } wave, WaveId: not null } location) return null;
        var opens = page.IsSplit || (page.IsMerger && page.Form.Into is null);
        if (location.LiveOn is not null) return opens ? words["effect.wave.live", location.Name, wave].Value : null;
        if (opens) return words["effect.wave.taken", location.Name, wave].Value;
        return location.GoLive is { } day && day < from ? null : words["effect.wave.missed", location.Name, wave].Value;
    }

    private async Task<int> OpenTickets(Guid[] ids, CancellationToken ct) =>
        (int)(await read.Query("select count(*) from ticket_row where location_id = any($1) and status in ('Open', 'Taken')", row => row.GetInt64(0), ct, ids))[0];
}
