using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Log;

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
    public async Task<IReadOnlyDictionary<int, int>> ByWeek(Guid[] locations, DateTimeOffset now, CancellationToken ct = default)
    {
        var rows = await read.Query(
            """
            with l as materialized (
                select location_id, array(
                    select (live_on + 7 * week)::timestamp at time zone time_zone from generate_series(0, $2) week order by week) as weeks
                from location_period_row
                where location_id = any($1) and live_on is not null and shown_from <= $3 and shown_to > $3)
            select width_bucket(t.logged_at, l.weeks) - 1 as week, count(*)
            from l
            join ticket_row t on t.location_id = l.location_id
            where t.logged_at >= l.weeks[1] and t.logged_at < l.weeks[$2 + 1] and t.counts
            group by 1
            """,
            row => (Week: row.GetInt32(0), Tickets: (int)row.GetInt64(1)), ct, locations, CurveWeek.Most, now);
        return rows.ToDictionary(row => row.Week, row => row.Tickets);
    }

    private static TicketCounts Read(NpgsqlDataReader row)
    {
        int At(int column) => (int)row.GetInt64(column);
        return new(
            At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8), At(9), At(10),
            row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11), row.IsDBNull(12) ? null : row.GetGuid(12));
    }
}
