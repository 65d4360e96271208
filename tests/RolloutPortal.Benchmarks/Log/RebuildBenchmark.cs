using System.Diagnostics;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Benchmarks.Log;

/// <summary>One read table from 100,000 events of 10,000 streams, swapped in; the floor reads the same rows and makes nothing of them.</summary>
internal static class RebuildBenchmark
{
    private const int Rounds = 9;
    private const int Events = 100_000;
    private const double Wanted = 150_000;

    public static async Task Run(Report report, string[] words)
    {
        await using var log = await BenchLog.Open(new ReadModelSet().Add<BenchTicketRow>());
        await log.Fill([.. Enumerable.Range(0, 10_000).Select(_ => Guid.CreateVersion7())], 10);
        var (rebuilds, scans) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            scans.Add(await Seconds(() => Scan(log)));
            rebuilds.Add(await Seconds(() => log.Store.Tables.Build(log.Store.Models.Tables[0])));
        }

        // The first rounds warm up.
        var pace = Events / Pace.Median(rebuilds.Skip(2));
        report.Add("rebuild", "100,000 events in 10,000 streams, against a bare scan", pace, "events/s", Events / Pace.Median(scans.Skip(2)));
        report.Add("rebuild", "100,000 events in 10,000 streams, against the limit", pace, "events/s", Wanted);
    }

    internal static async Task<double> Seconds(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task Scan(BenchLog log)
    {
        await using var command = log.Source.CreateCommand("select seq_id, stream_id, version, type, data from mt_events order by seq_id");
        await using var reader = await command.ExecuteReaderAsync();
        var bytes = 0L;
        while (await reader.ReadAsync())
        {
            _ = reader.GetInt64(0) + reader.GetInt64(2);
            _ = reader.GetGuid(1);
            bytes += reader.GetString(3).Length + reader.GetFieldValue<byte[]>(4).Length;
        }

        if (bytes == 0) throw new InvalidOperationException("Nothing was read.");
    }
}
