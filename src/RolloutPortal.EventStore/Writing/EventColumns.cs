using Npgsql;
using NpgsqlTypes;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Writing;

/// <summary>The events of a group, column by column.</summary>
internal sealed class EventColumns(int count)
{
    private readonly long[] positions = new long[count];
    private readonly Guid[] ids = new Guid[count];
    private readonly Guid[] streams = new Guid[count];
    private readonly long[] versions = new long[count];
    private readonly byte[][] data = new byte[count][];
    private readonly string[] types = new string[count];
    private readonly string[] dotnet = new string[count];
    private readonly string?[] correlations = new string?[count];
    private readonly string?[] causations = new string?[count];
    private readonly DateTimeOffset[] times = new DateTimeOffset[count];
    private readonly byte[]?[] headers = new byte[]?[count];
    private int filled;

    public void Add(AcceptedAppend accepted)
    {
        var pending = accepted.Pending;
        for (var i = 0; i < pending.Events.Length; i++, filled++)
        {
            positions[filled] = accepted.Positions[i];
            ids[filled] = pending.Events[i].Id;
            streams[filled] = pending.Append.StreamId;
            versions[filled] = accepted.FirstVersion + i;
            data[filled] = pending.Events[i].Data;
            types[filled] = pending.Events[i].Type.Name;
            dotnet[filled] = pending.Events[i].Type.DotNetName;
            correlations[filled] = pending.Append.Context.Correlation;
            causations[filled] = pending.Append.Context.Causation;
            times[filled] = accepted.At;
            headers[filled] = pending.Headers;
        }
    }

    public NpgsqlBatchCommand Insert() => Statements.Command(
        """
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, headers)
        select seq_id, id, stream_id, version, data, type, at, dotnet, correlation, causation, headers
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            as e(seq_id, id, stream_id, version, data, type, dotnet, correlation, causation, headers, at)
        """,
        positions, ids, streams, versions, Jsonb(data), Text(types), Text(dotnet), Text(correlations), Text(causations), Jsonb(headers), times);

    private static NpgsqlParameter Jsonb(byte[]?[] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb };

    private static NpgsqlParameter Text(string?[] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
