using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Boards;

/// <summary>Reads the figures of boards, location by location.</summary>
public sealed class BoardCounts(ReadTables read)
{
    private static readonly string Sql = EmbeddedSql.Read("LocationCounts.sql", typeof(BoardCounts).Assembly);

    /// <summary>Locations without tickets are not among them.</summary>
    /// <param name="weekStart">The first instant of the last seven days.</param>
    public async Task<IReadOnlyDictionary<Guid, TicketCounts>> Of(Guid[] locations, DateTimeOffset now, DateTimeOffset weekStart, CancellationToken ct = default)
    {
        var rows = await read.Query(Sql, row => (Location: row.GetGuid(0), Counts: Read(row)), ct, locations, now.AddDays(-1), weekStart);
        return rows.ToDictionary(row => row.Location, row => row.Counts);
    }

    /// <summary>Tickets by whole weeks since each location went live, 0 for the first; a week begins at a midnight of its location, by its time zone of now.</summary>
    /// <remarks>Each week of each location is a stretch of one index: faster than to ask of each ticket which week it is in.</remarks>
    public async Task<IReadOnlyDictionary<int, int>> ByWeek(IEnumerable<CareLocation> locations, DateTimeOffset now, CancellationToken ct = default)
    {
        var weeks = locations.SelectMany(location => Weeks(location, now)).ToList();
        if (weeks.Count == 0) return new Dictionary<int, int>();
        var rows = await read.Query(
            """
            select w.week, sum(t.tickets)::int
            from unnest($1, $2, $3, $4) w(location_id, week, starts, ends)
            cross join lateral (
                select count(*) as tickets from ticket_row t where t.location_id = w.location_id and t.logged_at >= w.starts and t.logged_at < w.ends and t.counts) t
            where t.tickets > 0
            group by w.week
            """,
            row => (Week: row.GetInt32(0), Tickets: row.GetInt32(1)), ct, weeks.Select(week => week.Location).ToArray(), weeks.Select(week => week.Number).ToArray(),
            weeks.Select(week => week.Starts).ToArray(), weeks.Select(week => week.Ends).ToArray());
        return rows.ToDictionary(row => row.Week, row => row.Tickets);
    }

    /// <summary>Those that have begun, at most <see cref="CurveWeek.Most"/>.</summary>
    private static IEnumerable<(Guid Location, int Number, DateTimeOffset Starts, DateTimeOffset Ends)> Weeks(CareLocation location, DateTimeOffset now)
    {
        if (location.Row.LiveOn is not { } live) yield break;
        var starts = Zones.StartOf(live, location.Row.TimeZone);
        for (var week = 0; week < CurveWeek.Most && starts <= now; week++)
        {
            var ends = Zones.StartOf(live.AddDays(7 * (week + 1)), location.Row.TimeZone);
            yield return (location.Id, week, starts, ends);
            starts = ends;
        }
    }

    private static TicketCounts Read(NpgsqlDataReader row)
    {
        int At(int column) => (int)row.GetInt64(column);
        return new(
            At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8), At(9), At(10),
            row.Value<DateTimeOffset>(11), row.Value<Guid>(12));
    }
}
