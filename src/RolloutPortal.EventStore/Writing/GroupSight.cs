using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Writing;

/// <summary>What a group finds under the lock, before it writes.</summary>
internal sealed class GroupSight
{
    // No table has such a name.
    private const string Last = "#last";
    private const string Next = "#next";

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

    public static IEnumerable<NpgsqlBatchCommand> Commands(List<PendingAppend> group)
    {
        yield return new("begin");
        yield return new(AppendLock.Sql);
        yield return Statements.Command(
            """
            select null::text as name, id, type, version, null::timestamptz as timestamp from mt_streams where id = any($1)
            union all
            select name, null, null, last_seq_id, null from mt_event_progression
            union all
            (select '#last', null, null, seq_id, timestamp from mt_events order by seq_id desc limit 1)
            union all
            select '#next', null, null, nextval('mt_events_sequence'), null from generate_series(1, $2)
            """,
            group.SelectMany(pending => Ids(pending.Append)).Distinct().ToArray(), group.Sum(pending => pending.Events.Length));
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
                group.Select(pending => pending.Append.StreamId).ToArray(), group.SelectMany(pending => pending.Events.Select(prepared => prepared.Id)).ToArray());
        }
    }

    public static GroupSight Read(NpgsqlDataReader reader, List<PendingAppend> group)
    {
        // Begin answers without a result set; the lock's is the first, and is passed over.
        var seen = new GroupSight();
        reader.NextResult();
        while (reader.Read())
            seen.Note(reader);
        if (Keys(group).Any()) seen.ReadOwners(reader);
        if (group.Any(pending => pending.MayHaveCommitted)) seen.ReadCommitted(reader);
        return seen;
    }

    private static IEnumerable<Guid> Ids(Append append) => append.Holds.Select(held => held.Id).Prepend(append.StreamId);

    private static IEnumerable<Claim> Keys(List<PendingAppend> group) =>
        group.SelectMany(pending => pending.Append.Claims.Concat(pending.Append.Releases));

    private void Note(NpgsqlDataReader reader)
    {
        var number = reader.IsDBNull(3) ? 0 : reader.GetInt64(3);
        switch (reader.Text(0))
        {
            case null:
                Streams[reader.GetGuid(1)] = (reader.Text(2), number);
                break;
            case Last:
                (Head, LastAt) = (number, reader.GetFieldValue<DateTimeOffset>(4));
                break;
            case Next:
                Positions.Enqueue(number);
                break;
            case var table:
                Progress[table] = number;
                break;
        }
    }

    private void ReadOwners(NpgsqlDataReader reader)
    {
        reader.NextResult();
        while (reader.Read())
            Owners[(reader.GetString(0), reader.GetString(1))] = reader.GetGuid(2);
    }

    private void ReadCommitted(NpgsqlDataReader reader)
    {
        reader.NextResult();
        while (reader.Read())
            Committed[reader.GetGuid(0)] = (reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2));
    }
}
