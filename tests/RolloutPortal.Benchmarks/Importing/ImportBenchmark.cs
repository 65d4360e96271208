using System.Globalization;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Testing;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Benchmarks.Importing;

/// <summary>Files of employees as an operator imports them: a process of its own, its start included, beside a portal that serves.</summary>
internal static class ImportBenchmark
{
    private const string Name = "import";

    public static async Task Run(Report report, string[] args)
    {
        await using var installation = await Installation.Start(tickets: 0);
        var codes = (await installation.Node.Get<ReadTables>().Where<LocationRow>("programme_id = $1", default, installation.Rollout.Programme)).ConvertAll(row => row.Code);
        await Measure(report, installation, codes, rows: 7_500, seconds: 10);
        await Measure(report, installation, codes, rows: 50_000, seconds: 60);
    }

    /// <param name="seconds">Allowed (importing.md; issue 3).</param>
    private static async Task Measure(Report report, Installation installation, List<string> codes, int rows, double seconds)
    {
        var path = Path.Combine(Path.GetTempPath(), $"employees-{rows}-{Fresh.Word()}.csv");
        await File.WriteAllLinesAsync(path, Enumerable.Range(0, rows).Select(i => Row(rows, i, codes)).Prepend("work_key;name;email;role;location;from;to"));
        try
        {
            await Run(report, installation, path, $"{rows:N0} employees, all new", seconds);
            await Run(report, installation, path, $"{rows:N0} employees, the same file again", seconds);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task Run(Report report, Installation installation, string path, string what, double seconds)
    {
        var (exitCode, said, took, peak) = await PortalProgram.Measure(await Publication.Program(), installation.Settings, "import", "employees", path);
        if (exitCode != 0) throw new InvalidOperationException(said);
        report.Add(Name, what, took.TotalSeconds, "s", seconds);
        report.Add(Name, $"{what}: memory", peak, "MB", 600);
    }

    private static string Row(int rows, int i, List<string> codes) => string.Create(
        CultureInfo.InvariantCulture, $"W{rows}-{i:00000};Medarbejder Nummer {i};m{i}.{rows}@eksempel.dk;Pædagog;{codes[i % codes.Count]};2022-01-{(i % 28) + 1:00};");
}
