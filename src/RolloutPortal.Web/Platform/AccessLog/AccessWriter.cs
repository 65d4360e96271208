using System.Threading.Channels;
using RolloutPortal.Web.Platform.Running;

namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>Writes entries in batches, as many as are waiting, one commit each: a burst costs a handful of commits.</summary>
public sealed class AccessWriter(AccessTables tables, TimeProvider machine, ILogger<AccessWriter> log) : QuietService
{
    private const int MostWaiting = 50_000;

    private const int LargestBatch = 2_000;

    /// <summary>A database that is away stops what is written there anyway; the answer does not wait for the log of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Short: what is acknowledged meanwhile is in no database yet.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(1);

    private readonly Channel<Pending> waiting = Channel.CreateBounded<Pending>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private long lost;
    private bool isAway;
    private DateOnly headTold;

    /// <summary>Does not wait. Where too many wait already it is counted, and the count is written.</summary>
    public Task Write(AccessEntry entry)
    {
        if (!waiting.Writer.TryWrite(new Pending(entry, null))) Interlocked.Increment(ref lost);
        return Task.CompletedTask;
    }

    /// <summary>Returns when the entry is in the database, or has taken too long; it is written then too.</summary>
    public async Task WriteBeforeAnswer(AccessEntry entry)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!waiting.Writer.TryWrite(new Pending(entry, written)))
        {
            Interlocked.Increment(ref lost);
            return;
        }

        await Task.WhenAny(written.Task, Task.Delay(Patience));
    }

    /// <summary>Everything that was told before is in the database. For whoever reads the log.</summary>
    public async Task Settle(CancellationToken ct = default)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync(new Pending(null, written), ct);
        await Task.WhenAny(written.Task, Task.Delay(LongestSettling, ct));
    }

    protected override async Task Work(CancellationToken stoppingToken)
    {
        var batch = new List<Pending>();
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < LargestBatch && waiting.Reader.TryRead(out var next)) batch.Add(next);
            while (!await TryWrite([.. batch.Select(one => one.Entry).OfType<AccessEntry>()]))
            {
                if (stoppingToken.IsCancellationRequested)
                {
                    log.LogError("The process ends while the access log cannot be written: {Count} entries are lost", batch.Count(one => one.Entry is not null) + waiting.Reader.Count);
                    return;
                }

                await Task.Delay(Again, CancellationToken.None);
            }

            foreach (var one in batch) one.Written?.TrySetResult();
            batch.Clear();
        }
    }

    /// <summary>What is waiting is written before the process ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } running) await Task.WhenAny(running, Task.Delay(Timeout.Infinite, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    private async Task<bool> TryWrite(List<AccessEntry> entries)
    {
        var missing = Interlocked.Exchange(ref lost, 0);
        try
        {
            if (missing > 0) entries.Add(Upkeep(machine, "lost", $"lost.{missing}"));
            if (entries.Count == 0) return true;
            TellHead(await tables.Write(entries));
            isAway = false;
            return true;
        }
        catch (Exception e)
        {
            Interlocked.Add(ref lost, missing);
            // Said once, however often it is tried.
            if (!isAway) log.LogError("The access log could not be written: {Error}", e.GetType().Name);
            isAway = true;
            return false;
        }
    }

    internal static AccessEntry Upkeep(TimeProvider machine, string action, string outcome) =>
        new(AccessEntry.Now(machine), Account: null, AccessKind.Upkeep, action, Permission: null, About: null, Address: null, Status: 0, outcome);

    /// <summary>Once a day, where others keep it: a chain that is written anew ends otherwise.</summary>
    private void TellHead(AccessBatch head)
    {
        var today = DateOnly.FromDateTime(machine.GetUtcNow().UtcDateTime);
        if (today == headTold) return;
        headTold = today;
        log.LogInformation("The access log ends with batch {Number}, {Hash}", head.Number, Convert.ToHexStringLower(head.Hash));
    }

    private sealed record Pending(AccessEntry? Entry, TaskCompletionSource? Written);
}
