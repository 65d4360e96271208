using System.Globalization;

namespace RolloutPortal.Benchmarks.Support;

/// <summary>What was measured, printed as it comes: tab-separated rows, and notes on what limits them.</summary>
public sealed class Report
{
    private readonly List<Row> rows = [];
    private readonly List<string> notes = [];

    public IReadOnlyList<Row> Rows => rows;

    /// <summary>Sentences that belong under the table.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <param name="floor">What the value is held against, in the same unit: a bare measurement of the same run, or a limit.</param>
    public void Add(string benchmark, string @case, double value, string unit, double? floor = null)
    {
        var row = new Row(benchmark, @case, value, unit, floor);
        rows.Add(row);
        Console.WriteLine(string.Join('\t', row.Cells));
    }

    public void Note(string sentence)
    {
        notes.Add(sentence);
        Console.Error.WriteLine($"# {sentence}");
    }

    /// <summary>What is going on, for whoever waits.</summary>
    public static void Progress(string what) => Console.Error.WriteLine($"… {what}");
}

/// <summary>One row: benchmark, case, value, unit, floor, ratio.</summary>
public sealed record Row(string Benchmark, string Case, double Value, string Unit, double? Floor)
{
    public static IReadOnlyList<string> Heads { get; } = ["benchmark", "case", "value", "unit", "floor", "ratio"];

    public double? Ratio => Floor is { } floor and not 0 ? Value / floor : null;

    public IReadOnlyList<string> Cells =>
        [Benchmark, Case, Write(Value), Unit, Floor is { } floor ? Write(floor) : "", Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? ""];

    private static string Write(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
