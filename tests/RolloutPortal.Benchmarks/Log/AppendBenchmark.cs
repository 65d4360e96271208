using RolloutPortal.Benchmarks.Support;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Benchmarks.Log;

/// <summary>One event each, appended by callers who wait for it; the floor is a bare insert on as many connections, at most eight.</summary>
internal static class AppendBenchmark
{
    private const int Rounds = 7;
    private static readonly int[] Callers = [1, 8, 64];

    public static async Task Run(Report report, string[] words)
    {
        await Run(report, "append", new ReadModelSet(), "events only");
        await Run(report, "append", BenchLog.TwoModels, "and two read models");
    }

    private static async Task Run(Report report, string name, ReadModelSet models, string with)
    {
        await using var log = await BenchLog.Open(models);
        await using var floor = await Floor.Open(log.Source);
        var measured = Callers.ToDictionary(callers => callers, _ => new List<double>());
        var floors = new Dictionary<int, List<double>> { [1] = [], [8] = [] };
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var connections in floors.Keys)
                Keep(floors[connections], await floor.Measure(connections), round);
            foreach (var callers in Callers)
                Keep(measured[callers], await Pace.Of(callers, _ => Append(log)), round);
        }

        foreach (var callers in Callers)
            report.Add(name, $"{callers} callers, {with}", Pace.Median(measured[callers]), "events/s", Pace.Median(floors[callers == 1 ? 1 : 8]));
    }

    // The first round warms up.
    private static void Keep(List<double> values, double value, int round)
    {
        if (round > 0) values.Add(value);
    }

    private static Task Append(BenchLog log)
    {
        var id = Guid.CreateVersion7();
        return log.Store.Append(new Append(id, "ticket", 0, [BenchLog.Logged(id, Guid.Empty)]));
    }
}
