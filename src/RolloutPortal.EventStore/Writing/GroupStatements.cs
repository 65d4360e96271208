using Npgsql;
using NpgsqlTypes;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Writing;

/// <summary>The statements of a group: set by set, whatever the number of appends, so that they stay prepared.</summary>
internal static class GroupStatements
{
    /// <summary>Streams, ids that are held, and events.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Log(GroupPlan plan)
    {
        var streams = new Dictionary<Guid, AcceptedAppend>(plan.Accepted.Count);
        var events = new EventColumns(plan.Count);
        foreach (var accepted in plan.Accepted)
        {
            streams[accepted.Pending.Append.StreamId] = accepted;
            events.Add(accepted);
        }

        yield return Statements.Command(
            """
            insert into mt_streams (id, type, version, timestamp, created)
            select id, type, version, at, at
            from unnest($1, $2, $3, $4) as s(id, type, version, at)
            on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp
            """,
            streams.Keys.ToArray(),
            streams.Values.Select(stream => stream.Pending.Append.StreamType).ToArray(),
            streams.Values.Select(stream => stream.LastVersion).ToArray(),
            streams.Values.Select(stream => stream.At).ToArray());
        if (plan.Accepted.SelectMany(accepted => accepted.Pending.Append.Holds.Select(held => (held.Id, held.Type, accepted.At))).ToList() is { Count: > 0 } held)
        {
            yield return Statements.Command(
                "insert into mt_streams (id, type, version, timestamp, created) select id, type, 0, at, at from unnest($1, $2, $3) as s(id, type, at)",
                held.Select(one => one.Id).ToArray(), held.Select(one => one.Type).ToArray(), held.Select(one => one.At).ToArray());
        }

        yield return events.Insert();
    }

    /// <summary>Texts, reservations and whatever else was handed in.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Beside(GroupPlan plan)
    {
        var appends = plan.Accepted.Select(accepted => accepted.Pending.Append).ToList();
        if (appends.SelectMany(append => append.Texts).ToList() is { Count: > 0 } texts) yield return InsertTexts(texts);
        if (plan.Accepted.Any(accepted => accepted.Pending.Append.RedactedTexts.Count > 0)) yield return RedactTexts(plan);
        if (plan.GivenUp.ToList() is { Count: > 0 } given)
        {
            yield return Statements.Command(
                "delete from reservation where (kind, key) in (select * from unnest($1, $2))",
                given.Select(key => key.Kind).ToArray(), given.Select(key => key.Key).ToArray());
        }

        if (plan.Taken.ToList() is { Count: > 0 } taken)
        {
            yield return Statements.Command(
                "insert into reservation (kind, key, owner) select * from unnest($1, $2, $3)",
                taken.Select(claim => claim.Kind).ToArray(), taken.Select(claim => claim.Key).ToArray(), taken.Select(claim => claim.Owner).ToArray());
        }

        foreach (var write in appends.SelectMany(append => append.SideWrites))
            yield return Statements.Command(write.Sql, write.Values);
    }

    /// <summary>What is made of all that, stream type by stream type.</summary>
    public static IEnumerable<NpgsqlBatchCommand> After(GroupPlan plan, IReadOnlyList<FollowUp> followUps)
    {
        var streams = plan.Accepted.Select(accepted => accepted.Pending.Append).ToLookup(append => append.StreamType, append => append.StreamId);
        foreach (var followUp in followUps.Where(one => streams.Contains(one.StreamType)))
            yield return Statements.Command(followUp.Sql, streams[followUp.StreamType].Distinct().ToArray());
    }

    /// <summary>How far the tables and the log have come, and who should know.</summary>
    public static NpgsqlBatchCommand Closing(GroupPlan plan, IEnumerable<string> tables, HashSet<string> topics) => Statements.Command(
        """
        with progress as (
            insert into mt_event_progression (name, last_seq_id, last_updated)
            select name, $2, $3 from unnest($1) as t(name)
            on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
        ), pruned as (
            delete from nudge where seq_id < $6
        )
        insert into nudge (seq_id, previous, topics) values ($2, $4, $5)
        returning pg_notify('rollout_log', '')
        """,
        tables.Append(GroupCommit.HighWater).ToArray(), plan.LastPosition, plan.At, plan.Head, topics.ToArray(), PruneBefore(plan));

    // Now and then: what nobody can still be waiting for.
    private static long PruneBefore(GroupPlan plan) => plan.LastPosition / 1000 != plan.Head / 1000 ? plan.LastPosition - 20_000 : 0;

    /// <remarks>The words are gone for good. The row stays, so that nobody writes others in their place.</remarks>
    private static NpgsqlBatchCommand RedactTexts(GroupPlan plan)
    {
        var redacted = plan.Accepted.SelectMany(accepted => accepted.Pending.Append.RedactedTexts.Select(
            id => (Id: id, Stream: accepted.Pending.Append.StreamId, accepted.At))).ToList();
        return Statements.Command(
            """
            update text t set body = null, redacted_at = r.at
            from unnest($1, $2, $3) as r(id, stream_id, at)
            where t.id = r.id and t.stream_id = r.stream_id
            """,
            redacted.Select(text => text.Id).ToArray(), redacted.Select(text => text.Stream).ToArray(), redacted.Select(text => text.At).ToArray());
    }

    private static NpgsqlBatchCommand InsertTexts(List<WrittenText> texts) => Statements.Command(
        "insert into text (id, stream_id, body, written_by, written_at) select * from unnest($1, $2, $3, $4, $5)",
        texts.Select(text => text.Id).ToArray(),
        texts.Select(text => text.StreamId).ToArray(),
        texts.Select(text => text.Body).ToArray(),
        new NpgsqlParameter { Value = texts.Select(text => text.WrittenBy).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
        texts.Select(text => text.WrittenAt.ToUniversalTime()).ToArray());
}
