namespace RolloutPortal.Testing.Crashes;

/// <summary>What became of the tickets.</summary>
/// <param name="Repeats">Forms that had to be sent once more.</param>
/// <param name="Lost">Acknowledged, but not there.</param>
/// <param name="Doubled">Forms of which more than one ticket was made, and tickets that were logged more than once.</param>
/// <param name="Stray">There, though no writer had an acknowledgement: each goes on until it has.</param>
/// <param name="Unlogged">Acknowledged at once, and not in the access log.</param>
/// <param name="Recoveries">From each kill to the next acknowledgement, shortest first.</param>
/// <param name="Faults">Answers that a writer should not get: neither a yes nor "not now".</param>
/// <param name="Verification">What <c>verify</c> found; null when all was well.</param>
public sealed record CrashReport(
    int Rounds, int Acknowledged, int Repeats, int Lost, int Doubled, int Stray, int Unlogged, IReadOnlyList<TimeSpan> Recoveries,
    IReadOnlyList<string> Faults, string? Verification)
{
    public TimeSpan MedianRecovery => Recoveries.Count == 0 ? TimeSpan.Zero : Recoveries[Recoveries.Count / 2];

    public TimeSpan LongestRecovery => Recoveries.Count == 0 ? TimeSpan.Zero : Recoveries[^1];
}
