using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Npgsql;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Importing;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Running;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Checks and stores uploaded files, one at a time on each node.</summary>
public sealed class ImportRunner(ImportHold hold, ImportDesk desk, ImportMappings mappings, Importer importer, StoppedCells stopped, Actor actor, IHubContext<LiveHub> hub, ILogger<ImportRunner> log) : QuietService
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
                await desk.Expire(stoppingToken);
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
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var over = new CancellationTokenSource();
        var at = new ImportProgress(ImportPhase.Waiting, 0);
        var beating = hold.Keep(import.ImportId, () => at, () => Nudge(import), work, over.Token);
        try
        {
            using var _ = actor.As(import.CreatedBy, import.ImportId.ToString());
            if (attempts > ImportHold.MostAttempts) await GiveUp(import);
            else await Do(import, new Telling<ImportProgress>(seen => at = seen), work.Token);
        }
        catch (OperationCanceledException)
        {
            if (stopping.IsCancellationRequested) await hold.GiveBack(import.ImportId);
        }
        catch (OvertakenException)
        {
            // Cancelled while it was being stored: nothing was (see Ending).
        }
        catch (Exception e) when (e is not NpgsqlException { IsTransient: true })
        {
            // Cancelled in the last moment, its transaction fails on purpose.
            if (await desk.Fail(import.ImportId, CancellationToken.None)) log.LogError(e, "Import {ImportId} failed", import.ImportId);
        }
        finally
        {
            await over.CancelAsync();
            await beating;
            if (finished.TryRemove(import.ImportId, out var waiting)) waiting.TrySetResult();
            await Nudge(import);
        }
    }

    private Task GiveUp(WaitingImport import)
    {
        log.LogError("Import {ImportId} was begun {Attempts} times and never came to its end; it is given up", import.ImportId, ImportHold.MostAttempts);
        return desk.Fail(import.ImportId, CancellationToken.None);
    }

    private async Task Do(WaitingImport import, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        if (await desk.Content(import.ImportId, ct) is not { } content) return;
        var request = new ImportRequest(import.ImportId, import.ProgrammeId, import.Kind, import.FileName, content, await desk.Mapping(import.ImportId, ct), Others: import.Others) { Header = import.Header };
        var found = await importer.Check(request, progress, ct);
        if (found.File.IsRefused)
        {
            await stopped.Told(found, import.Kind, import.CreatedBy);
            await desk.Refuse(import.ImportId, found, ct);
            return;
        }

        // Somebody looks at a file once it is checked: from then on only they map it.
        if (request.Columns is null && import.State is ImportState.Checking && await Remembered(request, found, progress, ct) is { } known)
            (request, found) = (known, await importer.Check(known, progress, ct));

        if (import.State is ImportState.Checking)
        {
            if (await desk.Tell(import.ImportId, found, hasMoved: false, ct)) await stopped.Told(found, import.Kind, import.CreatedBy);
            return;
        }

        var isAsSeen = found.Digest() == import.Digest && found.Faults.Count == 0 && found.ChangesSomething;
        var now = isAsSeen ? await importer.Store(request, found, found.Doubts.Count, ImportDesk.Ending(import.ImportId), progress, ct) : found;
        if (!isAsSeen || now.Digest() != import.Digest || now.Faults.Count > 0) await desk.Tell(import.ImportId, now, hasMoved: true, ct);
        else await stopped.Kept(now, import.Kind, import.CreatedBy);
    }

    /// <summary>How somebody mapped these headers before, whether they stand first or below a title; null: nobody has.</summary>
    private async Task<ImportRequest?> Remembered(ImportRequest request, CheckedImport found, IProgress<ImportProgress> progress, CancellationToken ct)
    {
        if (found.File.HeaderBelow is { } line)
        {
            request = request with { Header = line };
            found = await importer.Check(request, progress, ct);
        }

        var headers = found.File.Columns.Select(column => (column.Index, column.Header)).ToList();
        if (await mappings.Recall(request.ProgrammeId, request.Kind, headers, ct) is not { } before) return null;
        var columns = ImportColumn.Remembered(found.File.Columns, before);
        await desk.Keep(request.ImportId, columns, request.Header, ct);
        return request with { Columns = columns };
    }

    /// <summary>Those who watch on this node; others look every other second while it runs.</summary>
    private Task Nudge(WaitingImport import)
    {
        var topic = $"imports/{import.ProgrammeId}";
        return hub.Clients.Group(topic).SendAsync("nudge", new[] { topic });
    }
}
