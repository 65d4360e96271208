namespace RolloutPortal.Benchmarks.Support;

/// <summary>Runs the benchmark that was named, or all of them.</summary>
internal static class Runner
{
    public static async Task<int> Run(IReadOnlyList<Benchmark> all, string[] args)
    {
        var chosen = args.Length == 0 ? all : [.. all.Where(benchmark => benchmark.Name == args[0])];
        if (chosen.Count == 0) return Explain(all);

        Console.WriteLine(string.Join('\t', Row.Heads));
        var report = new Report();
        foreach (var benchmark in chosen)
        {
            Report.Progress(benchmark.Name);
            await benchmark.Run(report, args.Length == 0 ? [] : args[1..]);
        }

        Publication.Remove();
        if (args.Length == 0) await Results.Keep(report);
        return 0;
    }

    private static int Explain(IReadOnlyList<Benchmark> all)
    {
        Console.Error.WriteLine("One of these, or nothing for all of them (which are then kept in RESULTS.md):");
        foreach (var benchmark in all)
            Console.Error.WriteLine($"  {benchmark.Name,-12}{benchmark.About}");
        return 1;
    }
}
