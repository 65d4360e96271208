using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Home;

/// <summary>Reads a superuser's own page. Scoped.</summary>
public sealed class MyPages(ReadTables read, CareLocations locations, LocationDays days, MyTickets tickets, News news, Authors authors, Clock clock)
{
    private const string Own = "(reporter_id = $1 or assignee_id = $1)";
    private const string Whose = $"({Own} or location_id = any($2))";
    private const string Others = $"(location_id = any($2) and {Own} is not true)";

    /// <param name="since">When this person was here before.</param>
    public async Task<MyPage> Of(SignedInAccount who, DateTimeOffset since, CancellationToken ct = default)
    {
        var places = await news.PlacesOf(who.Rights, ct);
        var changes = await news.Of(who, since, ct);
        Guid[] changed = [.. changes.Select(change => change.TicketId)];
        var lists = await tickets.Of(
            who, ct,
            ($"{Own} and status in ('Open', 'Taken') and ticket_id <> all($3) order by coalesce(assignee_id = $1, false) desc, severity, logged_at desc limit 10",
                [who.Id, places, changed]),
            ($"{Others} and status in ('Open', 'Taken') and ticket_id <> all($3) order by severity, logged_at desc limit 10", [who.Id, places, changed]),
            ($"{Whose} and status = 'Resolved' and resolved_at > $4 and ticket_id <> all($3) order by resolved_at desc limit 5",
                [who.Id, places, changed, clock.Now.AddDays(-7)]),
            ("ticket_id = any($1)", [changed]));
        var (mine, here, solved) = (lists[0], lists[1], lists[2]);
        var counts = (await read.Query(
            $"select count(*) filter (where {Own}), count(*) filter (where {Others}) from ticket_row where {Whose} and status in ('Open', 'Taken')",
            row => (Mine: (int)row.GetInt64(0), Here: (int)row.GetInt64(1)), ct, who.Id, places))[0];
        return new MyPage(
            await Locations(places, ct), since, await Told(lists[3], changes, ct), mine, counts.Mine, here, counts.Here, solved, TopicsOf(who, mine), who.Id, clock.Now)
        {
            Mark = News.Topics(who),
        };
    }

    /// <remarks>A ticket of one's own may be anywhere by now.</remarks>
    private static string TopicsOf(SignedInAccount who, IEnumerable<MyTicket> mine) => string.Join(
        ' ', mine.Select(ticket => $"ticket/{ticket.Row.TicketId}").Prepend(News.Topics(who)));

    private async Task<IReadOnlyList<MyNews>> Told(IReadOnlyList<MyTicket> told, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        var found = told.ToDictionary(ticket => ticket.Row.TicketId);
        var name = await authors.At([.. found.Values.Select(ticket => ticket.Row.LocationId).Distinct()], changes.Select(change => change.By), ct);
        return [.. changes.Where(change => found.ContainsKey(change.TicketId))
            .Select(change => (Change: change, Ticket: found[change.TicketId])).Select(one => new MyNews(one.Ticket, one.Change, name(one.Ticket.Row.LocationId, one.Change.By)))];
    }

    /// <summary>Those in operation first.</summary>
    private async Task<List<MyLocation>> Locations(Guid[] ids, CancellationToken ct)
    {
        var mine = (await locations.Of(ids, ct)).Where(location => days.IsThere(location.Row)).OrderBy(location => location.Row.LiveOn is null).Take(MyPage.MostLocations).ToList();
        var open = (await read.Query(
            "select location_id, count(*) from ticket_row where location_id = any($1) and status in ('Open', 'Taken') group by location_id",
            r => (Id: r.GetGuid(0), Count: (int)r.GetInt64(1)), ct, mine.Select(location => location.Id).ToArray())).ToDictionary(found => found.Id, found => found.Count);
        return [.. mine.Select(location => new MyLocation(location.Row, location.Phase(clock.Today(location.Row.TimeZone)), open.GetValueOrDefault(location.Id)))];
    }
}
