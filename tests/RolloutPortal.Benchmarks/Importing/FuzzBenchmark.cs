using System.Diagnostics;
using System.Globalization;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.Testing.Imports;
using RolloutPortal.Web.Features.Imports.Engine;

namespace RolloutPortal.Benchmarks.Importing;

/// <summary><c>fuzz N [SEED]</c>: whatever is in a file, it is told or stored whole, and soon.</summary>
internal static class FuzzBenchmark
{
    private const string Name = "fuzz";
    private const int Usually = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task Run(Report report, string[] args)
    {
        var files = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Usually;
        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        await using var installation = await Installation.Start(tickets: 0);
        var (importer, stored, faulty, thrown, partial, longest) = (installation.Node.Get<Importer>(), 0, 0, 0, 0, TimeSpan.Zero);
        var (kinds, known) = (new[] { "locations", "employees" }, await Rows(installation));
        var all = new MutatedFiles(seed).All().Zip(new MutatedFiles(seed, "employees").All()).SelectMany(pair => new[] { pair.First, pair.Second });
        foreach (var (number, content) in all.Take(files).Index())
        {
            var watch = Stopwatch.StartNew();
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                var request = new ImportRequest(Guid.CreateVersion7(), installation.Rollout.Programme, kinds[number % 2], "fil.csv", content);
                var found = await importer.Check(request, new Progress<ImportProgress>(), patience.Token);
                found = await importer.Store(request, found, 0, [], new Progress<ImportProgress>(), patience.Token);
                (stored, faulty) = found.Faults.Count > 0 ? (stored, faulty + 1) : (stored + 1, faulty);
                var now = await Rows(installation);
                if (now - known != (found.Faults.Count > 0 ? 0 : found.Count(RowOutcome.New))) partial++;
                known = now;
            }
            catch (Exception e)
            {
                thrown++;
                report.Note($"fuzz: {e.GetType().Name}: {e.Message}");
            }

            if (watch.Elapsed > longest) longest = watch.Elapsed;
        }

        report.Add(Name, $"files with seed {seed}", files, "files");
        report.Add(Name, "sound, stored whole", stored, "files");
        report.Add(Name, "with faults, nothing stored", faulty, "files");
        report.Add(Name, "crashes and hangs", thrown, "files", 0);
        report.Add(Name, "stored in part", partial, "files", 0);
        report.Add(Name, "the longest", longest.TotalSeconds, "s", Patience.TotalSeconds);
        report.Add(Name, "faults found by verify", (await new LogCheck(installation.Node.Database.Store).Run()).Count, "faults", 0);
    }

    /// <summary>Locations, and periods of people.</summary>
    private static async Task<long> Rows(Installation installation)
    {
        await using var command = installation.Node.Database.Source.CreateCommand(
            "select (select count(*) from location_row) + (select count(*) from employee_period where recorded_to is null)");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
