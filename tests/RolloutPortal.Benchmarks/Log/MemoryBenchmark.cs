using RolloutPortal.Benchmarks.Support;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Benchmarks.Log;

/// <summary>The most memory that a rebuild and a check of everything take, with ten times the events in as many streams.</summary>
internal static class MemoryBenchmark
{
    public static async Task Run(Report report, string[] words)
    {
        var small = await Measure(10);
        report.Add("memory", "rebuild and verify, 100,000 events in 10,000 streams", small, "MB");
        report.Add("memory", "rebuild and verify, 1,000,000 events in 10,000 streams", await Measure(100), "MB", small);
    }

    private static async Task<double> Measure(int eventsEach)
    {
        await using var log = await BenchLog.Open(new ReadModelSet().Add<BenchTicketRow>());
        await log.Fill([.. Enumerable.Range(0, 10_000).Select(_ => Guid.CreateVersion7())], eventsEach);
        Settle();
        using var over = new CancellationTokenSource();
        var watching = Task.Run(() => Peak(over.Token));
        await log.Store.Tables.Build(log.Store.Models.Tables[0]);
        var faults = await new EventStore.Upkeep.LogCheck(log.Store).Run();
        await over.CancelAsync();
        return faults.Count == 0 ? await watching / 1_048_576.0 : throw new InvalidOperationException(faults[0]);
    }

    private static void Settle()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
    }

    /// <summary>Resident memory of this process.</summary>
    private static async Task<long> Peak(CancellationToken ct)
    {
        var peak = 0L;
        while (!ct.IsCancellationRequested)
        {
            peak = Math.Max(peak, Environment.WorkingSet);
            await Task.Delay(5, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return peak;
    }
}
