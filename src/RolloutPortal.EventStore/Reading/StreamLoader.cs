using System.Text.Json;
using Npgsql;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Reading;

/// <summary>Reads streams forward.</summary>
internal sealed class StreamLoader(NpgsqlDataSource source, EventTypes types)
{
    public async Task<IReadOnlyList<StoredEvent>> Read(Guid streamId, string? streamType, CancellationToken ct)
    {
        await using var command = Statements.Bind(
            source.CreateCommand(),
            """
            select e.seq_id, e.id, e.version, e.type, e.data, e.timestamp, e.correlation_id, e.causation_id, e.headers, s.type
            from mt_events e
            join mt_streams s on s.id = e.stream_id
            where e.stream_id = $1
            order by e.version
            """,
            streamId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(ct))
        {
            if (events.Count == 0 && streamType is not null) Check(reader, streamId, streamType);
            events.Add(Event(reader, streamId));
        }

        return events;
    }

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<StoredEvent>>> Read(IReadOnlyCollection<Guid> streamIds, string streamType, CancellationToken ct)
    {
        await using var command = Statements.Bind(
            source.CreateCommand(),
            """
            select e.seq_id, e.id, e.version, e.type, e.data, e.timestamp, e.correlation_id, e.causation_id, e.headers, s.type, e.stream_id
            from mt_events e
            join mt_streams s on s.id = e.stream_id
            where e.stream_id = any($1)
            order by e.stream_id, e.version
            """,
            streamIds.ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<Guid, IReadOnlyList<StoredEvent>>();
        while (await reader.ReadAsync(ct))
        {
            var streamId = reader.GetGuid(10);
            if (!found.TryGetValue(streamId, out var events))
            {
                Check(reader, streamId, streamType);
                found[streamId] = events = new List<StoredEvent>();
            }

            ((List<StoredEvent>)events).Add(Event(reader, streamId));
        }

        return found;
    }

    private static void Check(NpgsqlDataReader reader, Guid streamId, string wanted)
    {
        var actual = reader.Text(9);
        if (actual != wanted) throw new WrongStreamTypeException(streamId, wanted, actual);
    }

    private StoredEvent Event(NpgsqlDataReader reader, Guid streamId) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        streamId,
        reader.GetInt64(2),
        types.Read(reader.GetString(3), reader.GetFieldValue<byte[]>(4)),
        reader.GetFieldValue<DateTimeOffset>(5),
        reader.Text(6),
        reader.Text(7),
        reader.IsDBNull(8) ? null : By(reader.GetFieldValue<byte[]>(8)));

    private static Guid? By(ReadOnlySpan<byte> headers)
    {
        var json = new Utf8JsonReader(headers);
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.PropertyName && json.ValueTextEquals("by"u8) && json.Read()
                && json.TokenType is JsonTokenType.String && json.TryGetGuid(out var by))
                return by;
        }

        return null;
    }
}
