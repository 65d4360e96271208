using System.Threading.Channels;
using Npgsql;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Reading;

/// <summary>Reads the whole log in order, in runs: one task reads bytes while others make records of them.</summary>
internal sealed class LogScan(NpgsqlDataSource source, EventTypes types)
{
    /// <summary>Events after one position and not after another, oldest first.</summary>
    /// <param name="names">Only these stored names; null: all.</param>
    /// <param name="fold">Called for each run, in order, one at a time.</param>
    public async Task Read(
        long after, long upTo, IReadOnlyList<string>? names, int runLength, Func<EventRun, Task> fold, CancellationToken ct)
    {
        var runs = Channel.CreateBounded<Task<EventRun>>(new BoundedChannelOptions(4) { SingleReader = true, SingleWriter = true });
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(() => Fill(runs.Writer, after, upTo, names, runLength, abandoned.Token), CancellationToken.None);
        try
        {
            await foreach (var run in runs.Reader.ReadAllAsync(ct))
                await fold(await run);
        }
        finally
        {
            await abandoned.CancelAsync();
            await reading;
        }
    }

    private async Task Fill(ChannelWriter<Task<EventRun>> runs, long after, long upTo, IReadOnlyList<string>? names, int runLength, CancellationToken ct)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var command = Statements.Bind(
                connection.CreateCommand(),
                $"select seq_id, type, data from mt_events where seq_id > $1 and seq_id <= $2 {(names is null ? "" : "and type = any($3)")} order by seq_id",
                names is null ? [after, upTo] : [after, upTo, names.ToArray()]);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var raw = new RawRun(runLength);
            while (await reader.ReadAsync(ct))
            {
                raw.Add(reader.GetInt64(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2));
                if (raw.Count < runLength) continue;
                await Hand(runs, raw, ct);
                raw = new RawRun(runLength);
            }

            if (raw.Count > 0) await Hand(runs, raw, ct);
            runs.Complete();
        }
        catch (Exception failure)
        {
            runs.TryComplete(failure);
        }
    }

    private ValueTask Hand(ChannelWriter<Task<EventRun>> runs, RawRun raw, CancellationToken ct) =>
        runs.WriteAsync(Task.Run(() => raw.Parse(types), CancellationToken.None), ct);
}

/// <summary>A run of events as bytes.</summary>
internal sealed class RawRun(int capacity)
{
    private readonly List<(long Position, string Name, byte[] Data)> rows = new(capacity);

    public int Count => rows.Count;

    public long Last { get; private set; }

    public void Add(long position, string name, byte[] data)
    {
        Last = position;
        rows.Add((position, name, data));
    }

    public EventRun Parse(EventTypes types)
    {
        var events = new object[rows.Count];
        for (var i = 0; i < events.Length; i++)
            events[i] = Parse(types, rows[i]);
        return new EventRun(Last, events);
    }

    private static object Parse(EventTypes types, (long Position, string Name, byte[] Data) row)
    {
        try
        {
            return types.Read(row.Name, row.Data);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new UnreadableEventException(row.Name, row.Position, e);
        }
    }
}

/// <param name="Last">The position of the last of them.</param>
internal sealed record EventRun(long Last, IReadOnlyList<object> Events);
