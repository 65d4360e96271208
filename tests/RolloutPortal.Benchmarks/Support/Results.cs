using System.Globalization;
using System.Runtime.InteropServices;
using RolloutPortal.Testing;

namespace RolloutPortal.Benchmarks.Support;

/// <summary>RESULTS.md: the rows of the last full run, and the machine it ran on.</summary>
internal static class Results
{
    private static string File => Path.Combine(PostgresFixture.RepoRoot, "tests", "RolloutPortal.Benchmarks", "RESULTS.md");

    public static Task Keep(Report report) => System.IO.File.WriteAllTextAsync(File, Text(report));

    private static string Text(Report report)
    {
        var lines = new List<string>
        {
            "# Benchmarks: the last full run",
            "",
            $"`dotnet run -c Release --project tests/RolloutPortal.Benchmarks`, {DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}; {Machine}.",
            "Everything ran there at once: portal, PostgreSQL and whoever asked them. A floor is a bare measurement of the same run,",
            "or the limit that the value is held against.",
            "",
            Line(Row.Heads),
            Line(["---", "---", "---:", "---", "---:", "---:"]),
        };
        lines.AddRange(report.Rows.Select(row => Line(row.Cells)));
        lines.Add("");
        lines.AddRange(report.Notes.Select(note => $"- {note}"));
        return string.Join('\n', lines) + "\n";
    }

    private static string Machine =>
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
