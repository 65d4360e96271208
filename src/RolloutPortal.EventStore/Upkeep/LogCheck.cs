using Npgsql;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Upkeep;

/// <summary>Folds everything once more and compares; looks for gaps in versions, for events that nobody knows, and for events that name
/// another stream's text.</summary>
/// <remarks>It writes temporary tables only, and holds no lock that an append waits for: the comparison stands still at one
/// position while appends go on.</remarks>
public sealed class LogCheck(Store store)
{
    /// <returns>One line for each fault; empty when all is well.</returns>
    public async Task<IReadOnlyList<string>> Run(Action<string>? progress = null, CancellationToken ct = default)
    {
        progress?.Invoke("events");
        var faults = await UnknownEvents(ct);
        var unknown = faults.Count > 0;
        progress?.Invoke("versions");
        faults.AddRange(await Gaps(ct));
        progress?.Invoke("texts");
        faults.AddRange(await StrangeTexts(ct));
        foreach (var table in store.Models.Tables)
        {
            progress?.Invoke(table.Name);
            if (!unknown || table.EventNames(store.Types) is not null) faults.AddRange(await Differences(table, ct));
        }

        return faults;
    }

    private async Task<List<string>> UnknownEvents(CancellationToken ct)
    {
        var names = await store.Source.Rows(
            "select type, count(*), min(seq_id) from mt_events group by type order by type",
            reader => (Name: reader.GetString(0), Count: reader.GetInt64(1), First: reader.GetInt64(2)), ct);
        return [.. names.Where(found => !store.Types.Knows(found.Name))
            .Select(found => $"unknown event {found.Name}: {found.Count} of them, the first at position {found.First}")];
    }

    private Task<List<string>> Gaps(CancellationToken ct) => store.Source.Rows(
        """
        select s.id, s.version, count(e.version), coalesce(max(e.version), 0)
        from mt_streams s
        left join (
            select stream_id, version, row_number() over (partition by stream_id order by seq_id) as expected
            from mt_events
        ) e on e.stream_id = s.id
        group by s.id, s.version
        having count(e.version) is distinct from s.version or bool_or(e.version <> e.expected)
        order by s.id
        limit 100
        """,
        reader => $"stream {reader.GetGuid(0)}: version {reader.GetInt64(1)}, but {reader.GetInt64(2)} events up to version {reader.GetInt64(3)}", ct);

    /// <remarks>A property whose name ends in <c>TextId</c> names a text.</remarks>
    private Task<List<string>> StrangeTexts(CancellationToken ct) => store.Source.Rows(
        """
        with named as materialized (
            select e.seq_id, e.type, e.stream_id, d.value
            from mt_events e
            cross join lateral jsonb_each_text(e.data) d
            where d.key like '%TextId' and d.value is not null
        )
        select n.seq_id, n.type, t.id, t.stream_id
        from named n
        join text t on t.id = n.value::uuid
        where t.stream_id <> n.stream_id
        order by n.seq_id
        limit 100
        """,
        reader => $"event {reader.GetString(1)} at position {reader.GetInt64(0)}: the text {reader.GetGuid(2)} belongs to stream {reader.GetGuid(3)}", ct);

    private async Task<IReadOnlyList<string>> Differences(ReadTable table, CancellationToken ct)
    {
        if (!table.IsLive) return [$"{table.Name}: not built"];
        await using var connection = await store.Source.OpenConnectionAsync(ct);
        await connection.Execute($"set search_path to {store.Schema.SearchPathAsOf("pg_temp")}", ct);
        try
        {
            var position = await Copy(connection, table, ct);
            await connection.Execute(table.CreateTable("verify_fold"), ct);
            await store.Tables.Fill(table, "verify_fold", connection, position, ct);
            return await connection.Rows(
                table.DifferenceSql("verify_live", "verify_fold"), reader => $"{table.Name} {reader.GetGuid(0)}: {reader.GetString(1)}", ct);
        }
        catch (UnreadableEventException unreadable)
        {
            return [$"{table.Name}: {unreadable.Message}"];
        }
        finally
        {
            await connection.Execute("drop table if exists verify_live, verify_fold; reset search_path", CancellationToken.None);
        }
    }

    /// <remarks>The table is held before the transaction's one view of the data begins: it can't be swapped in between.</remarks>
    private static async Task<long> Copy(NpgsqlConnection connection, ReadTable table, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await connection.Execute($"lock table \"{table.Name}\" in access share mode", ct);
        var position = await connection.Scalar<long?>("select last_seq_id from mt_event_progression where name = $1", ct, table.ProgressName) ?? 0;
        await connection.Execute($"create table verify_live as table \"{table.Name}\"", ct);
        await transaction.CommitAsync(ct);
        return position;
    }
}
