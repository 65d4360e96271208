using System.Diagnostics;
using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Reading;

/// <summary>Follows the log on a connection of its own: woken by NOTIFY, which carries nothing, and by a slow poll in case one is lost. What
/// changes beside the log and is in no event names its topic to <see cref="Beside"/>.</summary>
/// <remarks>Sequence order is commit order, so reading on from the last position misses nothing.</remarks>
/// <param name="connectionString">With its password, which the source does not tell.</param>
public sealed class LogTail(NpgsqlDataSource source, string connectionString)
{
    /// <summary>The channel: <c>pg_notify('rollout_beside', topic)</c>.</summary>
    public const string Beside = "rollout_beside";

    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);
    private readonly HashSet<string> beside = [];
    private long lastHeard;
    private long position;

    /// <summary>How often the log is asked when nothing wakes the tail.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The position up to which everything has been told.</summary>
    public long Position => Volatile.Read(ref position);

    /// <summary>Since the log was last asked with success; grows while the database is away.</summary>
    public TimeSpan Silence => Volatile.Read(ref lastHeard) is var heard and not 0 ? Stopwatch.GetElapsedTime(heard) : TimeSpan.MaxValue;

    /// <summary>The pool's source, for whoever follows the tail and reads what it points at.</summary>
    public NpgsqlDataSource Source { get; } = source;

    /// <summary>Told why the connection was lost, before the next try.</summary>
    public event Action<Exception>? Lost;

    /// <summary>Runs until cancelled, whatever happens to the database or to whoever is told.</summary>
    /// <param name="changed">Position and topics of what was appended since the last call; null topics: take everything for changed.</param>
    public async Task Run(Func<long, IReadOnlySet<string>?, Task> changed, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Follow(changed, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Lost?.Invoke(e);
                // Whatever it was, the next round begins with "everything changed"; Silence tells how long it lasts.
                await Task.Delay(Retry, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Follow(Func<long, IReadOnlySet<string>?, Task> changed, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Settings());
        var woken = false;
        // On the connection's own reading, that is while this waits for it.
        connection.Notification += (_, said) =>
        {
            woken = true;
            if (said.Channel == Beside) beside.Add(said.Payload);
        };
        await connection.OpenAsync(ct);
        await connection.Execute($"listen rollout_log; listen {Beside}", ct);
        var (head, _) = await LogNews.Since(connection, long.MaxValue, ct);
        beside.Clear();
        Heard(head);
        await changed(head, null);
        while (true)
        {
            // A notification that came while the last news was read is not waited for.
            if (!woken) await connection.WaitAsync(Poll, ct);
            woken = false;
            (head, var topics) = await LogNews.Since(connection, Position, ct);
            var (moved, said) = (head != Position, beside.ToList());
            beside.Clear();
            Heard(head);
            if (moved || said.Count > 0) await changed(head, topics is null ? null : new HashSet<string>([.. topics, .. said]));
        }
    }

    private void Heard(long head)
    {
        Volatile.Write(ref position, head);
        Volatile.Write(ref lastHeard, Stopwatch.GetTimestamp());
    }

    private string Settings()
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 2, CommandTimeout = 5, Timeout = 5 };
        settings.SearchPath ??= new NpgsqlConnectionStringBuilder(Source.ConnectionString).SearchPath;
        return settings.ConnectionString;
    }
}
