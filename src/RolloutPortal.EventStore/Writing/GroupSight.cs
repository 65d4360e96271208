using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Writing;

/// <summary>What a group finds under the lock, before it writes.</summary>
internal sealed class GroupSight
{
    public Dictionary<Guid, (string? Type, long Version)> Streams { get; } = [];

    /// <summary>How far each read table has come.</summary>
    public Dictionary<string, long> Progress { get; } = [];

    /// <summary>The position of the last event.</summary>
    public long Head { get; private set; }

    public DateTimeOffset LastAt { get; private set; } = DateTimeOffset.MinValue;

    public Dictionary<(string Kind, string Key), Guid> Owners { get; } = [];

    /// <summary>Events of this group that are in the log already: an earlier try got through unnoticed.</summary>
    public Dictionary<Guid, (long Position, DateTimeOffset At)> Committed { get; } = [];

    /// <summary>One sequence number for each event of the group, drawn under the lock; some stay unused.</summary>
    public Queue<long> Positions { get; } = [];

    public static IEnumerable<NpgsqlBatchCommand> Commands(IReadOnlyList<PendingAppend> group)
    {
        yield return new("begin");
        yield return new(GroupCommit.TakeLock);
        yield return Statements.Command(
            "select id, type, version from mt_streams where id = any($1)", group.Select(pending => pending.Append.StreamId).Distinct().ToArray());
        yield return new(
            """
            select name, last_seq_id, null as timestamp from mt_event_progression
            union all (select null, seq_id, timestamp from mt_events order by seq_id desc limit 1)
            """);
        yield return Statements.Command(
            "select nextval('mt_events_sequence') from generate_series(1, $1)", group.Sum(pending => pending.Append.Events.Count));
        if (Keys(group).ToList() is { Count: > 0 } keys)
        {
            yield return Statements.Command(
                "select kind, key, owner from reservation where (kind, key) in (select * from unnest($1, $2))",
                keys.Select(claim => claim.Kind).ToArray(), keys.Select(claim => claim.Key).ToArray());
        }

        if (group.Any(pending => pending.MayHaveCommitted))
        {
            yield return Statements.Command(
                "select id, seq_id, timestamp from mt_events where stream_id = any($1) and id = any($2)",
                group.Select(pending => pending.Append.StreamId).ToArray(), group.SelectMany(pending => pending.EventIds).ToArray());
        }
    }

    public static async Task<GroupSight> Read(NpgsqlDataReader reader, IReadOnlyList<PendingAppend> group)
    {
        // Begin answers without a result set; the lock's is the first, and is passed over.
        var seen = new GroupSight();
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            seen.Streams[reader.GetGuid(0)] = (reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt64(2));
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            seen.NoteProgress(reader);
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            seen.Positions.Enqueue(reader.GetInt64(0));
        if (Keys(group).Any()) await seen.ReadOwners(reader);
        if (group.Any(pending => pending.MayHaveCommitted)) await seen.ReadCommitted(reader);
        return seen;
    }

    private static IEnumerable<Claim> Keys(IReadOnlyList<PendingAppend> group) =>
        group.SelectMany(pending => pending.Append.Claims.Concat(pending.Append.Releases));

    private void NoteProgress(NpgsqlDataReader reader)
    {
        if (!reader.IsDBNull(0)) Progress[reader.GetString(0)] = reader.IsDBNull(1) ? 0 : reader.GetInt64(1);
        else (Head, LastAt) = (reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2));
    }

    private async Task ReadOwners(NpgsqlDataReader reader)
    {
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            Owners[(reader.GetString(0), reader.GetString(1))] = reader.GetGuid(2);
    }

    private async Task ReadCommitted(NpgsqlDataReader reader)
    {
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            Committed[reader.GetGuid(0)] = (reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2));
    }
}
