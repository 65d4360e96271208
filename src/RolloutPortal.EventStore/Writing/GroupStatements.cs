using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Writing;

/// <summary>The statements of a group: set by set, whatever the number of appends, so that they stay prepared.</summary>
internal static class GroupStatements
{
    /// <summary>Streams and events.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Log(GroupPlan plan, EventTypes types)
    {
        var streams = plan.Accepted.GroupBy(accepted => accepted.Pending.Append.StreamId).Select(group => group.Last()).ToList();
        yield return Statements.Command(
            """
            insert into mt_streams (id, type, version, timestamp, created)
            select id, type, version, $4, $4
            from unnest($1, $2, $3) as s(id, type, version)
            on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp
            """,
            streams.Select(stream => stream.Pending.Append.StreamId).ToArray(),
            streams.Select(stream => stream.Pending.Append.StreamType).ToArray(),
            streams.Select(stream => stream.FirstVersion + stream.Positions.Length - 1).ToArray(),
            plan.At);

        var rows = plan.Accepted.SelectMany(accepted => accepted.Pending.Append.Events.Select((@event, i) => (accepted, @event, i))).ToList();
        yield return Statements.Command(
            """
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers)
            select seq_id, id, stream_id, version, data, type, $10, dotnet, correlation, causation, headers
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $11)
                as e(seq_id, id, stream_id, version, data, type, dotnet, correlation, causation, headers)
            """,
            rows.Select(row => row.accepted.Positions[row.i]).ToArray(),
            rows.Select(row => row.accepted.Pending.EventIds[row.i]).ToArray(),
            rows.Select(row => row.accepted.Pending.Append.StreamId).ToArray(),
            rows.Select(row => row.accepted.FirstVersion + row.i).ToArray(),
            Jsonb(rows.Select(row => (string?)types.Write(row.@event))),
            rows.Select(row => types.Of(row.@event.GetType()).Name).ToArray(),
            rows.Select(row => types.Of(row.@event.GetType()).DotNetName).ToArray(),
            Texts(rows.Select(row => row.accepted.Pending.Append.Context.Correlation)),
            Texts(rows.Select(row => row.accepted.Pending.Append.Context.Causation)),
            plan.At,
            Jsonb(rows.Select(row => Headers(row.accepted.Pending.Append.Context))));
    }

    /// <summary>Texts, reservations and whatever else was handed in.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Beside(GroupPlan plan)
    {
        var appends = plan.Accepted.Select(accepted => accepted.Pending.Append).ToList();
        if (appends.SelectMany(append => append.Texts).ToList() is { Count: > 0 } texts) yield return InsertTexts(texts);
        if (appends.SelectMany(append => append.RedactedTexts).ToArray() is { Length: > 0 } redacted)
            yield return Statements.Command("delete from text where id = any($1)", redacted);
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

    /// <summary>How far the tables and the log have come, who should know, and the end of the transaction.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Closing(GroupPlan plan, IEnumerable<string> tables, HashSet<string> topics)
    {
        yield return Statements.Command(
            "insert into mt_event_progression (name, last_seq_id) values ($1, 0) on conflict do nothing", GroupCommit.HighWater);
        yield return Statements.Command(
            "update mt_event_progression set last_seq_id = $1, last_updated = $2 where name = any($3)",
            plan.LastPosition, plan.At, tables.Append(GroupCommit.HighWater).ToArray());
        yield return Statements.Command(
            "insert into nudge (seq_id, previous, topics) values ($1, $2, $3)", plan.LastPosition, plan.Head, topics.ToArray());
        if (plan.LastPosition / 1000 != plan.Head / 1000)
            yield return Statements.Command("delete from nudge where seq_id < $1", plan.LastPosition - 20_000);
        yield return new("select pg_notify('rollout_log', '')");
        yield return new("commit");
    }

    private static NpgsqlBatchCommand InsertTexts(List<WrittenText> texts) => Statements.Command(
        "insert into text (id, stream_id, body, written_by, written_at) select * from unnest($1, $2, $3, $4, $5)",
        texts.Select(text => text.Id).ToArray(),
        texts.Select(text => text.StreamId).ToArray(),
        texts.Select(text => text.Body).ToArray(),
        new NpgsqlParameter { Value = texts.Select(text => text.WrittenBy).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
        texts.Select(text => text.WrittenAt.ToUniversalTime()).ToArray());

    private static string? Headers(EventContext context) =>
        context.By is { } by ? JsonSerializer.Serialize(new Dictionary<string, Guid> { ["by"] = by }) : null;

    private static NpgsqlParameter Jsonb(IEnumerable<string?> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb };

    private static NpgsqlParameter Texts(IEnumerable<string?> values) => new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
