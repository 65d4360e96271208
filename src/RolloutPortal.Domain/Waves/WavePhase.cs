namespace RolloutPortal.Domain.Waves;

/// <summary>Where a wave stands on a day.</summary>
public enum WavePhase { Draft, Scheduled, Hypercare, Stabilising, Closed, Cancelled }

/// <summary>What a wave's phase follows from.</summary>
/// <param name="Hypercare">Of all its live locations; none while nothing is live.</param>
public readonly record struct WaveFacts(DateOnly? GoLive, HypercarePeriod Hypercare, DateOnly? ClosedOn, bool IsCancelled)
{
    public WavePhase Phase(DateOnly day) =>
        IsCancelled ? WavePhase.Cancelled
        : ClosedOn <= day ? WavePhase.Closed
        : Hypercare.IsNone || day < Hypercare.From ? GoLive is null ? WavePhase.Draft : WavePhase.Scheduled
        : Hypercare.Covers(day) ? WavePhase.Hypercare
        : WavePhase.Stabilising;
}
