using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Waves;
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
        return new TicketListPage(
            programme, filter, list, total, found, await TopicsOf(programmeId, ct), list.Address.ToString(), await Choices([.. seen], ct),
            await read.Where<AreaRow>("programme_id = $1 order by name", ct, programmeId),
            await read.Where<WaveRow>("programme_id = $1 and not cancelled order by number", ct, programmeId),
            await read.Where<ModuleRow>("programme_id = $1 order by name", ct, programmeId), await viewer.May(Permission.LogTickets, ct));
    }

    /// <summary>Locations of the programme that the viewer may see.</summary>
    private async Task<HashSet<Guid>> Seen(Guid programmeId, CancellationToken ct)
    {
        var may = await viewer.Locations(Permission.SeeTickets, ct);
        var found = await places.Under(programmeId, ct);
        return [.. found!.Parts.Select(part => part.LocationId!.Value).Where(id => may?.Contains(id) != false)];
    }

    /// <summary>Of those, the ones in the place, the area and the wave that the filter names.</summary>
    private async Task<Guid[]> Asked(TicketFilter filter, HashSet<Guid> seen, CancellationToken ct)
    {
        IEnumerable<Guid> asked = seen;
        foreach (var place in new[] { filter.Location, filter.Area, filter.Wave }.OfType<Guid>())
        {
            var parts = (await places.Under(place, ct))?.Parts ?? [];
            asked = asked.Intersect(parts.Select(part => part.LocationId!.Value));
        }

        return [.. asked];
    }

    private Task<List<PlaceChoice>> Choices(Guid[] ids, CancellationToken ct) => read.Query(
        """
        select l.location_id, l.name, l.code, a.name
        from location_row l
        join area_row a on a.area_id = l.area_id
        where l.location_id = any($1)
        order by l.name, l.code
        """,
        reader => new PlaceChoice(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)), ct, ids);
}
