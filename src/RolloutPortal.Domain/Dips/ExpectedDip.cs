namespace RolloutPortal.Domain.Dips;

/// <summary>The fall in production that was agreed beforehand: exponential from the day of going live (domain.md §1.2).</summary>
/// <param name="Depth">Of normal output, between 0 and 1: what is lost in the first days.</param>
/// <param name="Weeks">Until 95 % of normal output is back; whole learning weeks.</param>
public readonly record struct ExpectedDip(decimal Depth, int Weeks)
{
    /// <summary>What counts as recovered (domain.md §1.2: θ).</summary>
    public const double Recovered = 0.95;

    public const decimal Shallowest = 0.01m;

    public const decimal Deepest = 0.80m;

    public const int MostWeeks = 52;

    /// <summary>Where nobody agreed on another: a quarter, and a time constant of five weeks, which is 8 weeks to 95 % (domain.md §1.1).</summary>
    public static ExpectedDip Usual { get; } = new(0.25m, 8);

    /// <summary>Weeks in which the loss falls to 1/e; a dip that is no deeper than what counts as recovered is over at once.</summary>
    public double TimeConstant => Weeks / Math.Max(1, Math.Log((double)Depth / (1 - Recovered)));

    /// <summary>Output in the week that begins so many weeks after going live, as a share of normal: the average of the week.</summary>
    /// <param name="week">0 for the first; 1 before it.</param>
    public double Index(int week) => week < 0 ? 1 : 1 - (Lost(week + 1) - Lost(week));

    /// <summary>Weeks of normal output that are lost until so many weeks after going live.</summary>
    public double Lost(double weeks) => weeks <= 0 ? 0 : (double)Depth * TimeConstant * (1 - Math.Exp(-weeks / TimeConstant));

    /// <summary>Weeks of normal output that are lost in all: depth × time constant.</summary>
    public double LostInAll => (double)Depth * TimeConstant;

    public Refusal? Check() =>
        Depth is < Shallowest or > Deepest ? new Refusal(DipRefusals.DepthOutOfRange, (int)(Shallowest * 100), (int)(Deepest * 100))
        : Weeks is < 1 or > MostWeeks ? new Refusal(DipRefusals.WeeksOutOfRange, MostWeeks)
        : null;
}
