using System.Collections.Concurrent;
using System.Threading.Channels;
using Npgsql;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Running;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Checks and stores uploaded files, one at a time on each node.</summary>
public sealed class ImportRunner(ImportHold hold, ImportDesk desk, ImportEndings endings, ImportWork work, Actor actor, ILogger<ImportRunner> log) : QuietService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly Channel<bool> woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> finished = [];

    /// <summary>There is something to do.</summary>
    public void Wake() => woken.Writer.TryWrite(true);

    /// <summary>Waits until this node has done what there was to do for an import, at most so long: a small file is not worth a page that
    /// says "wait".</summary>
    public async Task Settle(Guid importId, TimeSpan atMost, CancellationToken ct)
    {
        var done = finished.GetOrAdd(importId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        Wake();
        await Task.WhenAny(done.Task, Task.Delay(atMost, ct));
        finished.TryRemove(importId, out _);
    }

    protected override async Task Work(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await endings.Expire(stoppingToken);
                while (await hold.Take(stoppingToken) is var (id, attempts))
                    if (await desk.Find(id, stoppingToken) is { } import) await Run(import, attempts, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "Waiting files could not be looked at; it tries again");
            }

            await Wait(stoppingToken);
        }
    }

    private async Task Wait(CancellationToken ct)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct);
        until.CancelAfter(Look);
        await woken.Reader.WaitToReadAsync(until.Token).AsTask().ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        while (woken.Reader.TryRead(out _)) { }
    }

    private async Task Run(WaitingImport import, int attempts, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var over = new CancellationTokenSource();
        var at = new ImportProgress(ImportPhase.Waiting, 0);
        var beating = hold.Keep(import.ImportId, () => at, ends, over.Token);
        try
        {
            using var _ = actor.As(import.CreatedBy, import.ImportId.ToString());
            if (attempts > ImportHold.MostAttempts) await GiveUp(import);
            else await work.Do(import, new Telling<ImportProgress>(seen => at = seen), ends.Token);
        }
        catch (OperationCanceledException)
        {
            if (stopping.IsCancellationRequested) await hold.GiveBack(import.ImportId);
        }
        catch (OvertakenException)
        {
            // Cancelled while it was being stored: nothing was (see ImportEndings.Stored).
        }
        catch (Exception e) when (e is not NpgsqlException { IsTransient: true })
        {
            // Cancelled in the last moment, its transaction fails on purpose.
            if (await endings.Fail(import.ImportId, CancellationToken.None)) log.LogError(e, "Import {ImportId} failed", import.ImportId);
        }
        finally
        {
            await over.CancelAsync();
            await beating;
            if (finished.TryRemove(import.ImportId, out var waiting)) waiting.TrySetResult();
        }
    }

    private Task GiveUp(WaitingImport import)
    {
        log.LogError("Import {ImportId} was begun {Attempts} times and never came to its end; it is given up", import.ImportId, ImportHold.MostAttempts);
        return endings.Fail(import.ImportId, CancellationToken.None);
    }
}
