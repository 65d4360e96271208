namespace RolloutPortal.Domain.Waves;

/// <summary>Where a location stands on its way through its wave, on a day.</summary>
public enum LocationPhase { Unplanned, Planned, Preparing, Overdue, Hypercare, Stabilising, Closed }

/// <summary>What a location's phase follows from; all empty where no wave has it.</summary>
/// <param name="GoLive">The wave's planned day.</param>
/// <param name="Hypercare">The location's own; none while it is not live.</param>
/// <param name="WaveClosedOn">The day its wave was closed.</param>
public readonly record struct LocationFacts(DateOnly? GoLive, HypercarePeriod Hypercare, DateOnly? WaveClosedOn)
{
    /// <summary>Preparation starts with the superusers' courses, eight weeks before (domain.md §2).</summary>
    public const int WeeksOfPreparation = 8;

    public LocationPhase Phase(DateOnly day)
    {
        if (WaveClosedOn <= day) return LocationPhase.Closed;
        if (Hypercare.IsNone || day < Hypercare.From) return BeforeGoLive(day);
        return Hypercare.Covers(day) ? LocationPhase.Hypercare : LocationPhase.Stabilising;
    }

    private LocationPhase BeforeGoLive(DateOnly day) =>
        GoLive is not { } goLive ? LocationPhase.Unplanned
        : day > goLive ? LocationPhase.Overdue
        : day >= goLive.AddDays(-7 * WeeksOfPreparation) ? LocationPhase.Preparing
        : LocationPhase.Planned;
}
