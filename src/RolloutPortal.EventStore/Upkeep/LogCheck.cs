using Npgsql;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Upkeep;

/// <summary>Folds everything once more and compares; looks for gaps in versions and for events that nobody knows.</summary>
/// <param name="store">Appends may go on meanwhile: the comparison stands still at one position.</param>
public sealed class LogCheck(Store store)
{
    private const string Schema = "verify";

    /// <returns>One line for each fault; empty when all is well.</returns>
    public async Task<IReadOnlyList<string>> Run(Action<string>? progress = null, CancellationToken ct = default)
    {
        var faults = new List<string>();
        progress?.Invoke("events");
        faults.AddRange(await UnknownEvents(ct));
        progress?.Invoke("versions");
        faults.AddRange(await Gaps(ct));
        if (faults.Count == 0) faults.AddRange(await Differences(progress, ct));
        return faults;
    }

    private async Task<IEnumerable<string>> UnknownEvents(CancellationToken ct)
    {
        var names = await store.Source.Rows(
            "select type, count(*), min(seq_id) from mt_events group by type order by type",
            reader => (Name: reader.GetString(0), Count: reader.GetInt64(1), First: reader.GetInt64(2)), ct);
        return names.Where(found => !store.Types.Knows(found.Name))
            .Select(found => $"unknown event {found.Name}: {found.Count} of them, the first at position {found.First}");
    }

    private Task<List<string>> Gaps(CancellationToken ct) => store.Source.Rows(
        """
        select s.id, s.version, count(e.*), coalesce(max(e.version), 0), count(*) filter (where e.version <> e.expected)
        from mt_streams s
        left join (
            select stream_id, version, row_number() over (partition by stream_id order by seq_id) as expected
            from mt_events
        ) e on e.stream_id = s.id
        group by s.id, s.version
        having count(e.*) <> s.version or coalesce(max(e.version), 0) <> s.version or count(*) filter (where e.version <> e.expected) > 0
        order by s.id
        limit 100
        """,
        reader => $"stream {reader.GetGuid(0)}: version {reader.GetInt64(1)}, but {reader.GetInt64(2)} events up to version {reader.GetInt64(3)}", ct);

    private async Task<IEnumerable<string>> Differences(Action<string>? progress, CancellationToken ct)
    {
        var faults = new List<string>();
        foreach (var table in store.Models.Tables)
        {
            progress?.Invoke(table.Name);
            faults.AddRange(table.IsLive ? await Compare(table, ct) : [$"{table.Name}: not built"]);
        }

        await store.Source.Execute($"drop schema if exists {Schema} cascade", ct);
        return faults;
    }

    /// <remarks>The live table is copied under the append lock with its position; then both stand still.</remarks>
    private async Task<IEnumerable<string>> Compare(ReadTable table, CancellationToken ct)
    {
        await using var connection = await store.Source.OpenConnectionAsync(ct);
        await connection.Execute("create schema if not exists verify_live; drop table if exists verify_live.copy", ct);
        var position = await Copy(connection, table, ct);
        await store.Tables.BuildAt(Schema, position, [table], ct);
        var keys = await store.Source.Rows(
            table.DifferenceSql("verify_live.copy", $"{Schema}.\"{table.Name}\"") + " order by 1 limit 20", reader => reader.GetGuid(0), ct);
        await connection.Execute("drop schema verify_live cascade", ct);
        return keys.Select(key => $"{table.Name} {key}: the row differs from its fold");
    }

    private static async Task<long> Copy(NpgsqlConnection connection, ReadTable table, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(GroupCommit.TakeLock, ct);
        await connection.Execute($"create table verify_live.copy as table \"{table.Name}\"", ct);
        var position = await connection.Scalar<long?>("select last_seq_id from mt_event_progression where name = $1", ct, table.ProgressName) ?? 0;
        await transaction.CommitAsync(ct);
        return position;
    }
}
