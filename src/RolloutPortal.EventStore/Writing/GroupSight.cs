using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Writing;

/// <summary>What a group finds under the lock, before it writes.</summary>
internal sealed class GroupSight
{
    public Dictionary<Guid, (string? Type, long Version)> Streams { get; } = [];

    public Dictionary<string, long> Progress { get; } = [];

    public Dictionary<(string Kind, string Key), Guid> Owners { get; } = [];

    /// <summary>Ids of first events that are in the log already: an earlier try got through unnoticed.</summary>
    public Dictionary<Guid, long> Committed { get; } = [];

    public DateTimeOffset LastAt { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>One sequence number for each event of the group, drawn under the lock; some stay unused.</summary>
    public Queue<long> Positions { get; } = [];

    public static IEnumerable<NpgsqlBatchCommand> Commands(IReadOnlyList<PendingAppend> group)
    {
        var claims = group.SelectMany(pending => pending.Append.Claims).ToList();
        yield return new("begin");
        yield return new(GroupCommit.TakeLock);
        yield return Statements.Command(
            "select id, type, version from mt_streams where id = any($1)", group.Select(pending => pending.Append.StreamId).Distinct().ToArray());
        yield return new("select name, last_seq_id from mt_event_progression");
        yield return new("select timestamp from mt_events order by seq_id desc limit 1");
        yield return Statements.Command(
            "select nextval('mt_events_sequence') from generate_series(1, $1)", group.Sum(pending => pending.Append.Events.Count));
        if (claims.Count > 0)
        {
            yield return Statements.Command(
                "select kind, key, owner from reservation where (kind, key) in (select * from unnest($1, $2))",
                claims.Select(claim => claim.Kind).ToArray(), claims.Select(claim => claim.Key).ToArray());
        }

        if (group.Any(pending => pending.MayHaveCommitted))
        {
            yield return Statements.Command(
                "select id, seq_id from mt_events where stream_id = any($1) and id = any($2)",
                group.Select(pending => pending.Append.StreamId).ToArray(), group.SelectMany(pending => pending.EventIds).ToArray());
        }
    }

    public static async Task<GroupSight> Read(NpgsqlDataReader reader, IReadOnlyList<PendingAppend> group, CancellationToken ct)
    {
        // Begin answers without a result set; the lock's is passed over.
        var seen = new GroupSight();
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            seen.Streams[reader.GetGuid(0)] = (reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt64(2));
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            seen.Progress[reader.GetString(0)] = reader.IsDBNull(1) ? 0 : reader.GetInt64(1);
        await reader.NextResultAsync(ct);
        if (await reader.ReadAsync(ct)) seen.LastAt = reader.GetFieldValue<DateTimeOffset>(0);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            seen.Positions.Enqueue(reader.GetInt64(0));
        if (group.Any(pending => pending.Append.Claims.Count > 0)) await seen.ReadOwners(reader, ct);
        if (group.Any(pending => pending.MayHaveCommitted)) await seen.ReadCommitted(reader, ct);
        return seen;
    }

    private async Task ReadOwners(NpgsqlDataReader reader, CancellationToken ct)
    {
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            Owners[(reader.GetString(0), reader.GetString(1))] = reader.GetGuid(2);
    }

    private async Task ReadCommitted(NpgsqlDataReader reader, CancellationToken ct)
    {
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
            Committed[reader.GetGuid(0)] = reader.GetInt64(1);
    }
}
