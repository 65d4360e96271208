using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Reading;

/// <summary>What was appended since a position: the log's end, and the topics on the way there.</summary>
internal static class LogNews
{
    /// <returns>Null topics when a link of the chain is missing: the table of nudges is lost with a crash of the server, it is
    /// pruned, and another writer of the same tables leaves none.</returns>
    public static async Task<(long Head, HashSet<string>? Topics)> Since(NpgsqlConnection connection, long position, CancellationToken ct)
    {
        // One statement: both halves see the same moment.
        await using var command = Statements.Bind(
            connection.CreateCommand(),
            """
            select l.head, n.previous, n.seq_id, n.topics
            from (select coalesce(max(seq_id), 0) as head from mt_events) l
            left join nudge n on n.seq_id > $1
            order by n.seq_id
            """,
            position);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (head, told, whole) = (0L, position, true);
        var topics = new HashSet<string>();
        while (await reader.ReadAsync(ct))
        {
            head = reader.GetInt64(0);
            if (reader.IsDBNull(1)) break;
            whole &= reader.GetInt64(1) <= told;
            told = reader.GetInt64(2);
            topics.UnionWith(reader.GetFieldValue<string[]>(3));
        }

        return (head, whole && told >= head ? topics : null);
    }
}
