using Npgsql;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Upkeep;

/// <summary>How far one read table is behind the log.</summary>
/// <param name="Position">Of the last event that it knows; 0 when it was never built.</param>
/// <param name="Head">Of the log.</param>
/// <param name="IsThere">The table exists, in the shape of this process.</param>
/// <param name="BuiltTo">How far a build beside it has come; null when none is under way, or was broken off.</param>
public sealed record TableState(string Table, long Position, long Head, bool IsThere, long? BuiltTo)
{
    /// <summary>Everything that happened is in the table.</summary>
    public bool IsCurrent => IsThere && Position == Head;

    /// <summary>One statement, hence one moment, for all tables.</summary>
    internal static async Task<IReadOnlyList<TableState>> Read(NpgsqlDataSource source, ReadModelSet models, CancellationToken ct)
    {
        var rows = await source.Rows(
            """
            select p.name, p.last_seq_id, h.head, to_regclass(quote_ident(split_part(p.name, ':', 1))) is not null
            from (select coalesce(max(seq_id), 0) as head from mt_events) h
            left join mt_event_progression p on true
            """,
            reader => (Name: reader.IsDBNull(0) ? "" : reader.GetString(0), Position: reader.IsDBNull(1) ? 0 : reader.GetInt64(1),
                Head: reader.GetInt64(2), IsThere: !reader.IsDBNull(3) && reader.GetBoolean(3)), ct);
        var named = rows.ToDictionary(row => row.Name);
        return [.. models.Tables.Select(table => new TableState(
            table.Name,
            named.GetValueOrDefault(table.ProgressName).Position,
            rows[0].Head,
            named.GetValueOrDefault(table.ProgressName).IsThere,
            named.TryGetValue(table.BuildName, out var build) ? build.Position : null))];
    }
}
