using System.Globalization;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Testing.Crashes;

namespace RolloutPortal.Benchmarks.Crashing;

/// <summary><c>crash N [SEED]</c>: the published portal and its PostgreSQL are killed N times under 8 writers.</summary>
internal static class CrashBenchmark
{
    private const string Name = "crash";
    private const int Usually = 20;

    public static async Task Run(Report report, string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Usually;
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.TickCount;
        Report.Progress($"{rounds} rounds with seed {seed}");
        var found = await new CrashTest(rounds, seed, await Publication.Program()) { Progress = Report.Progress }.Run();
        report.Add(Name, "kills of portal, PostgreSQL or both", found.Rounds, "rounds");
        report.Add(Name, "tickets acknowledged", found.Acknowledged, "tickets");
        report.Add(Name, "forms sent once more", found.Repeats, "forms");
        report.Add(Name, "acknowledged and lost", found.Lost, "tickets");
        report.Add(Name, "there twice", found.Doubled, "tickets");
        report.Add(Name, "there, but never acknowledged", found.Stray, "tickets");
        report.Add(Name, "acknowledged and not in the access log", found.Unlogged, "tickets");
        report.Add(Name, "until the next ticket, median", found.MedianRecovery.TotalSeconds, "s");
        report.Add(Name, "until the next ticket, longest", found.LongestRecovery.TotalSeconds, "s");
        report.Add(Name, "faults found by verify", found.Verification is null ? 0 : 1, "runs");
        foreach (var fault in found.Faults.Append(found.Verification).OfType<string>().Take(10))
            report.Note($"crash: {fault}");
    }
}
