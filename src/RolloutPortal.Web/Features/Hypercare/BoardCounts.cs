using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare;

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

    /// <summary>Tickets by whole weeks since each location went live, 0 for the first.</summary>
    public async Task<IReadOnlyDictionary<int, int>> ByWeek(Guid[] locations, CancellationToken ct = default)
    {
        var rows = await read.Query(
            """
            select (day - live_on) / 7 as week, count(*)
            from (
                select (t.logged_at at time zone l.time_zone)::date as day, l.live_on
                from ticket_row t
                join location_row l on l.location_id = t.location_id
                where t.location_id = any($1) and t.kind <> 'ChangeRequest' and t.status <> 'Withdrawn') t
            where day >= live_on
            group by 1
            """,
            row => (Week: row.GetInt32(0), Tickets: (int)row.GetInt64(1)), ct, locations);
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
