using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Home;

/// <summary>Reads a superuser's own page.</summary>
public sealed class MyPages(ReadTables read, CareLocations locations, Places places, Texts texts, Clock clock)
{
    private const int MostTickets = 20;

    public async Task<MyPage> Of(SignedInAccount who, CancellationToken ct = default)
    {
        var ids = await LocationsOf(who.Rights, ct);
        var mine = await Locations(ids, ct);
        var tickets = await Tickets(who.Id, ct);
        var open = await read.Query("select count(*) from ticket_row where reporter_id = $1 and status in ('Open', 'Taken')", r => r.GetInt64(0), ct, who.Id);
        return new MyPage(mine, tickets, (int)open[0], TopicsOf(who.Id, mine, tickets));
    }

    /// <remarks>A ticket of one's own may be anywhere by now.</remarks>
    private static string TopicsOf(Guid account, List<MyLocation> locations, List<MyTicket> tickets) => string.Join(
        ' ', locations.Select(location => $"hypercare/{location.Row.LocationId}")
            .Concat(tickets.Where(ticket => ticket.Row.IsOpen).Select(ticket => $"ticket/{ticket.Row.TicketId}"))
            .Append($"account/{account}"));

    /// <summary>Where one is superuser; whoever may log everywhere has no place of their own.</summary>
    private async Task<Guid[]> LocationsOf(Rights rights, CancellationToken ct)
    {
        var grants = rights.Grants.Where(grant => grant.Role is Role.Superuser).ToList();
        var today = await places.Map(ct);
        return [.. today.Locations.Values.Where(place => grants.Any(grant => grant.Covers(place))).Select(place => place.LocationId!.Value)];
    }

    /// <summary>Those in operation first.</summary>
    private async Task<List<MyLocation>> Locations(Guid[] ids, CancellationToken ct)
    {
        var mine = (await locations.Of(ids, ct)).OrderBy(location => location.Row.LiveOn is null).Take(MyPage.MostLocations).ToList();
        var open = (await read.Query(
            "select location_id, count(*) from ticket_row where location_id = any($1) and status in ('Open', 'Taken') group by location_id",
            r => (Id: r.GetGuid(0), Count: (int)r.GetInt64(1)), ct, mine.Select(location => location.Id).ToArray())).ToDictionary(found => found.Id, found => found.Count);
        return [.. mine.Select(location => new MyLocation(location.Row, location.Phase(clock.Today(location.Row.TimeZone)), open.GetValueOrDefault(location.Id)))];
    }

    private async Task<List<MyTicket>> Tickets(Guid reporter, CancellationToken ct)
    {
        var rows = await read.Where<TicketRow>(
            "reporter_id = $1 and status <> 'Withdrawn' order by status = 'Resolved', severity, last_changed_at desc limit $2", ct, reporter, MostTickets);
        var words = await texts.Of(rows.Select(row => (row.TicketId, row.TextId)), ct);
        var names = (await read.Where<LocationRow>("location_id = any($1)", ct, rows.Select(row => row.LocationId).Distinct().ToArray()))
            .ToDictionary(row => row.LocationId, row => row.Name);
        return [.. rows.Select(row => new MyTicket(row, words.GetValueOrDefault(row.TextId), names.GetValueOrDefault(row.LocationId, "")))];
    }
}
