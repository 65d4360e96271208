namespace RolloutPortal.Benchmarks.Support;

/// <summary>One thing that is measured.</summary>
/// <param name="About">One line for the list of names.</param>
/// <param name="Run">Gets the words that followed its name on the command line.</param>
public sealed record Benchmark(string Name, string About, Func<Report, string[], Task> Run);
