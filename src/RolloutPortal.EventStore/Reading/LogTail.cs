using System.Diagnostics;
using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Reading;

/// <summary>Follows the log on a connection of its own: woken by NOTIFY, which carries nothing, and by a slow poll in case one is lost.</summary>
/// <remarks>Sequence order is commit order, so reading on from the last position misses nothing.</remarks>
public sealed class LogTail(NpgsqlDataSource source, string connectionString)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);
    private long lastHeard;

    /// <summary>The position up to which everything has been told.</summary>
    public long Position { get; private set; }

    /// <summary>Since the log was last asked with success; grows while the database is away.</summary>
    public TimeSpan Silence => lastHeard == 0 ? TimeSpan.MaxValue : Stopwatch.GetElapsedTime(lastHeard);

    /// <summary>Runs until cancelled, whatever happens to the database.</summary>
    /// <param name="changed">Position and topics of what was appended since the last call; null topics: take everything for changed.</param>
    public async Task Run(Func<long, IReadOnlySet<string>?, Task> changed, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Follow(changed, ct);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or InvalidOperationException)
            {
                await Task.Delay(Retry, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Follow(Func<long, IReadOnlySet<string>?, Task> changed, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 2, CommandTimeout = 5 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        await connection.Execute("listen rollout_log", ct);
        Position = await Head(connection, ct);
        lastHeard = Stopwatch.GetTimestamp();
        await changed(Position, null);
        while (true)
        {
            await connection.WaitAsync(Poll, ct);
            await Advance(connection, changed, ct);
            lastHeard = Stopwatch.GetTimestamp();
        }
    }

    private async Task Advance(NpgsqlConnection connection, Func<long, IReadOnlySet<string>?, Task> changed, CancellationToken ct)
    {
        var (head, topics) = await Since(connection, Position, ct);
        if (head == Position) return;
        Position = head;
        await changed(head, topics);
    }

    /// <remarks>The table of nudges is lost with a crash of the server: then the log has gone on and it says nothing.</remarks>
    private static async Task<(long Head, HashSet<string>? Topics)> Since(NpgsqlConnection connection, long position, CancellationToken ct)
    {
        await using var command = Statements.Bind(connection.CreateCommand(), "select seq_id, topics from nudge where seq_id > $1 order by seq_id", position);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var topics = new HashSet<string>();
        var told = position;
        while (await reader.ReadAsync(ct))
        {
            told = reader.GetInt64(0);
            topics.UnionWith(reader.GetFieldValue<string[]>(1));
        }

        await reader.DisposeAsync();
        var head = await Head(connection, ct);
        return head > told && told == position ? (head, null) : (told, topics);
    }

    private static async Task<long> Head(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.Scalar<long?>("select max(seq_id) from mt_events", ct) ?? 0;

    /// <summary>The pool's source, for whoever follows the tail and reads what it points at.</summary>
    public NpgsqlDataSource Source { get; } = source;
}
