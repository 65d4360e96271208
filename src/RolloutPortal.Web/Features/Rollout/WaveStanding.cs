using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Waves;

namespace RolloutPortal.Web.Features.Rollout;

/// <summary>A wave, the locations of it that one sees, and where it stands on the programme's day.</summary>
public sealed record WaveStanding(WaveRow Wave, IReadOnlyList<LocationStanding> Locations, DateOnly Today)
{
    public int Users { get; } = Locations.Sum(location => location.Location.Users);

    public int Live { get; } = Locations.Count(location => location.IsLive);

    public int Overdue { get; } = Locations.Count(location => location.Phase == LocationPhase.Overdue);

    /// <summary>From the first location's going live to the last one's end of hypercare.</summary>
    public HypercarePeriod Hypercare { get; } = Whole(Locations);

    public WavePhase Phase => new WaveFacts(Wave.GoLive, Hypercare, Wave.ClosedOn, Wave.Cancelled).Phase(Today);

    /// <summary>Planned, and something in it has yet to go live.</summary>
    public bool IsAhead => !Wave.Cancelled && Wave.GoLive >= Today && (Live < Locations.Count || Locations.Count == 0);

    /// <summary>Something in it has gone live.</summary>
    public bool HasBegun => !Hypercare.IsNone;

    /// <summary>The last day with hypercare anywhere in it: as it went, else as it is planned.</summary>
    public DateOnly? HypercareTo =>
        HasBegun ? Hypercare.To.AddDays(-1)
        : Wave.GoLive is { } day && Wave.HypercareWeeks > 0 ? HypercarePeriod.Of(day, Wave.HypercareWeeks, closedOn: null).To.AddDays(-1)
        : null;

    /// <summary>Hypercare runs, or is to come.</summary>
    public bool IsSupported => !Hypercare.IsOver(Today);

    public int DaysToGoLive => Wave.GoLive is { } day ? day.DayNumber - Today.DayNumber : 0;

    private static HypercarePeriod Whole(IReadOnlyList<LocationStanding> locations)
    {
        HypercarePeriod[] periods = [.. locations.Select(location => location.Location.Hypercare).Where(period => !period.IsNone)];
        return periods.Length == 0 ? HypercarePeriod.None : new(periods.Min(p => p.From), periods.Max(p => p.To));
    }
}
