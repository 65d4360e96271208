namespace RolloutPortal.Domain.Waves;

/// <summary>Where a wave stands on a day.</summary>
public enum WavePhase { Draft, Scheduled, Preparing, Overdue, Hypercare, Stabilising, Closed, Cancelled }

/// <summary>What a wave's phase follows from.</summary>
/// <param name="Hypercare">Of all its live locations; none while nothing is live.</param>
public readonly record struct WaveFacts(DateOnly? GoLive, HypercarePeriod Hypercare, DateOnly? ClosedOn, bool IsCancelled)
{
    public WavePhase Phase(DateOnly day) =>
        IsCancelled ? WavePhase.Cancelled
        : ClosedOn <= day ? WavePhase.Closed
        : Hypercare.IsNone || day < Hypercare.From ? BeforeGoLive(day)
        : Hypercare.Covers(day) ? WavePhase.Hypercare
        : WavePhase.Stabilising;

    /// <summary>As its locations: a wave and what is in it never say different things.</summary>
    private WavePhase BeforeGoLive(DateOnly day) => new LocationFacts(GoLive, HypercarePeriod.None, WaveClosedOn: null).Phase(day) switch
    {
        LocationPhase.Planned => WavePhase.Scheduled,
        LocationPhase.Preparing => WavePhase.Preparing,
        LocationPhase.Overdue => WavePhase.Overdue,
        _ => WavePhase.Draft,
    };
}
