using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Bulk;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>Reads the list of a programme's tickets as its viewer may see them. Scoped.</summary>
public sealed class TicketListReader(ReadTables read, TicketLines lines, Places places, Viewer viewer, Topics topics, Clock clock)
{
    public async Task<string> TopicsOf(Guid programmeId, CancellationToken ct = default) =>
        await topics.For("hypercare", programmeId, await viewer.Locations(Permission.SeeTickets, ct), ct);

    public async Task<TicketListPage> Page(Guid programmeId, TicketFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var seen = await Seen(programmeId, ct);
        var where = new TicketConditions(filter, await Asked(filter, seen, ct), (await viewer.SignedIn(ct)).Id, clock.Now, programme.TimeZone);
        var total = await lines.Count(where, ct);
        var page = new Pager(list, total).Page;
        var found = await lines.Page(
            where, list.OrderBy(TicketLines.Orders, "t.logged_at desc, t.ticket_id"), (page - 1) * ListRequest.PageSize, ListRequest.PageSize,
            await viewer.Locations(Permission.SeeNames, ct), ct);
        var triage = await viewer.May(Permission.TriageTickets, ct) ? await viewer.Locations(Permission.TriageTickets, ct) : new HashSet<Guid>();
        found = [.. found.Select(line => line with { Tick = line.IsOpen && triage?.Contains(line.LocationId) != false ? $"{new TickedTicket(line.TicketId, line.AssigneeId, line.Severity)}" : null })];
        Guid[] ids = [.. seen];
        return new TicketListPage(
            programme, filter, list, total, found, await TopicsOf(programmeId, ct), list.Address.ToString(),
            (await Choices("select location_id, name from location_period_row where location_id = any($1) and shown_from <= $2 and shown_to > $2 order by code", ids, ct)).ByName(place => place.Name),
            (await Choices("select area_id, name from area_row where $2::timestamptz is not null and area_id in (select area_id from location_period_row where location_id = any($1) and shown_from <= $2 and shown_to > $2)", ids, ct)).ByName(area => area.Name),
            await Choices(
                "select wave_id, name from wave_row where $2::timestamptz is not null and not cancelled and wave_id in (select wave_id from location_row where location_id = any($1)) order by number",
                ids, ct),
            (await Choices("select module_id, name from module_row where $2::timestamptz is not null and programme_id = $1", programmeId, ct)).ByName(module => module.Name),
            await viewer.May(Permission.LogTickets, ct), clock.Now)
        {
            MayTriage = await viewer.May(Permission.TriageTickets, ct),
        };
    }

    /// <summary>Locations of the programme that the viewer may see.</summary>
    private async Task<HashSet<Guid>> Seen(Guid programmeId, CancellationToken ct)
    {
        var may = await viewer.Locations(Permission.SeeTickets, ct);
        var found = await places.Under(PlaceKind.Programme, programmeId, ct);
        return [.. found!.Parts.Select(part => part.LocationId!.Value).Where(id => may?.Contains(id) != false)];
    }

    /// <summary>Of those, the ones in the place, the area and the wave that the filter names.</summary>
    private async Task<Guid[]> Asked(TicketFilter filter, HashSet<Guid> seen, CancellationToken ct)
    {
        IEnumerable<Guid> asked = seen;
        foreach (var (kind, id) in new[] { (PlaceKind.Location, filter.Location), (PlaceKind.Area, filter.Area), (PlaceKind.Wave, filter.Wave) })
        {
            if (id is not { } place) continue;
            var parts = (await places.Under(kind, place, ct))?.Parts ?? [];
            asked = asked.Intersect(parts.Select(part => part.LocationId!.Value));
        }

        return [.. asked];
    }

    private Task<List<FilterChoice>> Choices(string sql, object within, CancellationToken ct) =>
        read.Query(sql, row => new FilterChoice(row.GetGuid(0), row.GetString(1)), ct, within, clock.Now);
}
