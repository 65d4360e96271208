using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Bulk;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>Reads the list of a programme's tickets as its viewer may see them. Scoped.</summary>
public sealed class TicketListReader(ReadTables read, TicketAsking asking, TicketLines lines, TicketHits hits, Viewer viewer, Topics topics, Clock clock)
{
    public async Task<string> TopicsOf(Guid programmeId, CancellationToken ct = default) =>
        await topics.For("hypercare", programmeId, await viewer.Locations(Permission.SeeTickets, ct), ct);

    public async Task<TicketListPage> Page(Guid programmeId, TicketFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var asked = await asking.Page(programme, filter, list, ct);
        var page = new Pager(list, asked.Total).Page;
        var (before, named) = ((page - 1) * ListRequest.PageSize, await viewer.Locations(Permission.SeeNames, ct));
        var found = asked.Ids is { } ids
            ? await lines.These([.. ids.Skip(before).Take(ListRequest.PageSize)], named, ct)
            : await lines.Page(asked.Where, asked.Order, before, ListRequest.PageSize, named, ct);
        var triage = await viewer.May(Permission.TriageTickets, ct) ? await viewer.Locations(Permission.TriageTickets, ct) : new HashSet<Guid>();
        found = [.. found.Select(line => line with { Tick = line.IsOpen && triage?.Contains(line.LocationId) != false ? $"{new TickedTicket(line.TicketId, line.AssigneeId, line.Severity)}" : null })];
        if (asked.Found is { } search) found = await hits.Show(found, new Marker(search.Words, search.Stems), ct);
        var choices = await Choices(programmeId, [filter], [.. asked.Seen], ct);
        return new TicketListPage(
            programme, filter, list, asked.Total, asked.IsMore, found, await TopicsOf(programmeId, ct), list.Address.ToString(),
            choices.Locations, choices.Areas, choices.Waves, choices.Modules, await viewer.May(Permission.LogTickets, ct), clock.Now)
        {
            MayTriage = await viewer.May(Permission.TriageTickets, ct),
            Search = asked.Found,
            Meant = asked.Meant is { } meant ? filter with { Q = meant } : null,
            Missing = [.. choices.Missing(filter)],
        };
    }

    /// <summary>What these filters can name, as the viewer may see it.</summary>
    public async Task<TicketChoices> Choices(Guid programmeId, IEnumerable<TicketFilter> filters, CancellationToken ct = default) =>
        await Choices(programmeId, filters, [.. await asking.Seen(programmeId, ct)], ct);

    /// <remarks>A module is offered when some ticket is about it, or when a filter names it.</remarks>
    private async Task<TicketChoices> Choices(Guid programmeId, IEnumerable<TicketFilter> filters, Guid[] seen, CancellationToken ct) => new(
        (await Choices("select location_id, name from location_period_row where location_id = any($1) and shown_from <= $2 and shown_to > $2 and since is distinct from closed_from order by code", ct, seen, clock.Now)).ByName(place => place.Name),
        (await Choices("select distinct area_id, area from location_period_row where location_id = any($1) and shown_from <= $2 and shown_to > $2 and since is distinct from closed_from", ct, seen, clock.Now)).ByName(area => area.Name),
        await Choices(
            "select wave_id, name from wave_row where not cancelled and wave_id in (select wave_id from location_row where location_id = any($1)) order by number", ct, seen),
        (await Choices(
            """
            select module_id, name
            from module_row m
            where programme_id = $2
                and (module_id = any($3) or exists (select from ticket_row t where t.module_id = m.module_id and t.location_id = any($1)))
            """,
            ct, seen, programmeId, filters.Select(filter => filter.Module).OfType<Guid>().ToArray())).ByName(module => module.Name));

    private Task<List<FilterChoice>> Choices(string sql, CancellationToken ct, params object[] values) =>
        read.Query(sql, row => new FilterChoice(row.GetGuid(0), row.GetString(1)), ct, values);
}

/// <summary>What a list of tickets can be filtered by.</summary>
public sealed record TicketChoices(
    IReadOnlyList<FilterChoice> Locations, IReadOnlyList<FilterChoice> Areas, IReadOnlyList<FilterChoice> Waves, IReadOnlyList<FilterChoice> Modules)
{
    /// <summary>What a filter names and nobody finds here: closed, cancelled, deleted or not to be seen by this reader.</summary>
    public IEnumerable<string> Missing(TicketFilter filter)
    {
        if (filter.Location is { } location && Locations.All(choice => choice.Id != location)) yield return "missing.location";
        if (filter.Area is { } area && Areas.All(choice => choice.Id != area)) yield return "missing.area";
        if (filter.Wave is { } wave && Waves.All(choice => choice.Id != wave)) yield return "missing.wave";
        if (filter.Module is { } module && Modules.All(choice => choice.Id != module)) yield return "missing.module";
    }
}
