using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.Events;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Programmes.ByDays;

/// <summary>Reads areas and providers by days, as the viewer may see them. Scoped.</summary>
public sealed class PartReader(
    ReadTables read, Parts parts, RolloutReader rollout, EventStore.Store store, Authors authors, Viewer viewer, Clock clock, IStringLocalizer<PartTexts> words)
{
    /// <param name="on">Null: today.</param>
    public async Task<PartPage> Page(PartKind kind, Guid id, DateOnly? on, CancellationToken ct = default)
    {
        var part = (await parts.Find(kind, id, ct))!;
        var programme = (await read.Get<ProgrammeRow>(part.ProgrammeId, ct))!;
        var today = clock.Today(programme.TimeZone);
        var day = on is { } asked && Domain.Calendar.Days.Hold(asked) ? asked : today;
        var locations = (await rollout.LocationsOn(day, part.ProgrammeId, ct)).Where(standing => standing.IsThere && StandsIn(kind, id, standing.Location));
        return new(
            part, programme, today, day, [.. locations], await History(part, ct), await rollout.TopicsOf(id, ct), await viewer.May(Permission.Plan, part.ProgrammeId, ct));
    }

    /// <summary>The form of an act, empty: from today on.</summary>
    public async Task<PartActPage> Form(PartKind kind, Guid id, string act, PartForm? form, CancellationToken ct = default)
    {
        var part = (await parts.Find(kind, id, ct))!;
        var today = clock.Today((await read.Get<ProgrammeRow>(part.ProgrammeId, ct))!.TimeZone);
        return new(act, part, part.Days.On(today), form ?? new PartForm(PartForm.StampOf(part.Days), part.Days.On(today), today), []);
    }

    /// <summary>Locations that stand in it on or after a day, by name.</summary>
    public async Task<IReadOnlyList<PartStay>> StaysFrom(Part part, DateOnly from, CancellationToken ct = default) =>
        (await read.Query(
            $"""
            select l.location_id, n.name, l.code, max(coalesce(p.next_day, l.closed_from, 'infinity'))
            from location_row l
            cross join lateral unnest(l.starts[2:], l.{(part.Kind is PartKind.Area ? "area_ids" : "provider_ids")}) p(next_day, id)
            join location_period_row n on n.location_id = l.location_id and n.shown_from <= $3 and n.shown_to > $3
            where l.programme_id = $4 and p.id = $1 and l.closed_from is distinct from l.since and coalesce(p.next_day, l.closed_from, 'infinity') > $2
            group by 1, 2, 3
            """,
            row => new PartStay(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateOnly>(3) is var until && until == DateOnly.MaxValue ? null : until),
            ct, part.Id, from, clock.Now, part.ProgrammeId)).ByName(stay => stay.Name);

    /// <summary>What closing it does, where nothing stands in the way.</summary>
    public async Task<IReadOnlyList<string>> Effects(PartActPage page, CancellationToken ct = default)
    {
        var people = (int)(await read.Query("select count(distinct account_id) from grant_row where scope_id = $1", row => row.GetInt64(0), ct, page.Part.Id))[0];
        List<string> lines = [words["closing.effect", page.Name, WeekHtml.Written(page.Form.From!.Value)]];
        if (people > 0) lines.Add(words[people == 1 ? "closing.people.one" : "closing.people", people]);
        return lines;
    }

    private static bool StandsIn(PartKind kind, Guid id, RolloutRow location) => (kind is PartKind.Area ? location.AreaId : location.ProviderId) == id;

    /// <summary>Newest first.</summary>
    private async Task<IReadOnlyList<HistoryLine>> History(Part part, CancellationToken ct)
    {
        var events = (await store.Read(part.ProgrammeId, StoredName.Of(typeof(Programme)), ct)).Where(stored => IdOf(stored.Data) == part.Id).ToList();
        var who = await authors.Of(events.Select(stored => stored.By), part.ProgrammeId, ct);
        return [.. events.Select(stored => new HistoryLine(stored.Version, stored.At, who(stored.By), What(stored.Data), null, null, null) { Position = stored.Position }).Reverse()];
    }

    private static Guid? IdOf(object @event) => @event switch
    {
        AreaAdded e => e.AreaId,
        AreaRenamed e => e.AreaId,
        AreaRenamingWithdrawn e => e.AreaId,
        AreaClosed e => e.AreaId,
        AreaReopened e => e.AreaId,
        ProviderAdded e => e.ProviderId,
        ProviderRenamed e => e.ProviderId,
        ProviderRenamingWithdrawn e => e.ProviderId,
        ProviderClosed e => e.ProviderId,
        ProviderReopened e => e.ProviderId,
        _ => null,
    };

    private string What(object @event) => @event switch
    {
        AreaAdded e => words["history.added", e.Name],
        ProviderAdded e => words["history.added", e.Name],
        AreaRenamed { Name: var name, From: null } => words["history.corrected", name],
        ProviderRenamed { Name: var name, From: null } => words["history.corrected", name],
        AreaRenamed { Name: var name, From: { } from } => words["history.renamed", name, WeekHtml.Written(from)],
        ProviderRenamed { Name: var name, From: { } from } => words["history.renamed", name, WeekHtml.Written(from)],
        AreaRenamingWithdrawn { From: var from } => words["history.withdrawn", WeekHtml.Written(from)],
        ProviderRenamingWithdrawn { From: var from } => words["history.withdrawn", WeekHtml.Written(from)],
        AreaClosed { From: var from } => words["history.closed", WeekHtml.Written(from)],
        ProviderClosed { From: var from } => words["history.closed", WeekHtml.Written(from)],
        _ => words["history.reopened"],
    };
}
