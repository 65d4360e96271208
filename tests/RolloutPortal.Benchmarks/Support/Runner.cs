namespace RolloutPortal.Benchmarks.Support;

/// <summary>Runs the benchmark that was named, or all of them.</summary>
internal static class Runner
{
    public static async Task<int> Run(IReadOnlyList<Benchmark> all, string[] args)
    {
        var chosen = args.Length == 0 ? all : [.. all.Where(benchmark => benchmark.Name == args[0])];
        if (chosen.Count == 0) return Explain(all);

        Console.WriteLine(string.Join('\t', Row.Heads));
        var (report, failures) = (new Report(), 0);
        foreach (var benchmark in chosen)
        {
            Report.Progress(benchmark.Name);
            failures += await Failed(benchmark, report, args.Length == 0 ? [] : args[1..]) ? 1 : 0;
        }

        Publication.Remove();
        if (args.Length == 0) await Results.Keep(report);
        return failures == 0 ? 0 : 1;
    }

    /// <summary>What others have measured in half an hour is not lost with one of them; that it failed stands under the table.</summary>
    private static async Task<bool> Failed(Benchmark benchmark, Report report, string[] args)
    {
        try
        {
            await benchmark.Run(report, args);
            return false;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
            report.Note($"`{benchmark.Name}` failed: {e.GetType().Name}.");
            return true;
        }
    }

    private static int Explain(IReadOnlyList<Benchmark> all)
    {
        Console.Error.WriteLine("One of these, or nothing for all of them (which are then kept in RESULTS.md):");
        foreach (var benchmark in all)
            Console.Error.WriteLine($"  {benchmark.Name,-12}{benchmark.About}");
        return 1;
    }
}
