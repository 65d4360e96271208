namespace RolloutPortal.Domain.Hypercare;

/// <summary>When more tickets than the curve expects are worth a leader's look: clearly more, and more than chance brings. Ours: no source
/// gives a limit. A count varies by its square root, so that on small numbers one ticket is no alarm.</summary>
public static class PaceRule
{
    private const double Over = 1.2;
    private const double FarOver = 1.5;

    /// <param name="expected">Tickets, of the same users on the same days.</param>
    public static bool IsOver(int tickets, double expected) => Exceeds(tickets, expected, Over, deviations: 1);

    /// <inheritdoc cref="IsOver"/>
    public static bool IsFarOver(int tickets, double expected) => Exceeds(tickets, expected, FarOver, deviations: 2);

    private static bool Exceeds(int tickets, double expected, double ratio, double deviations) =>
        expected > 0 && tickets >= ratio * expected && tickets - expected > deviations * Math.Sqrt(expected);
}
