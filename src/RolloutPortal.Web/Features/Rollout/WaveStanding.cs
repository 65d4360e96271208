using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Waves;

namespace RolloutPortal.Web.Features.Rollout;

/// <summary>A wave, the locations of it that one sees, and where it stands on the programme's day.</summary>
public sealed record WaveStanding(WaveRow Wave, IReadOnlyList<LocationStanding> Locations, DateOnly Today)
{
    /// <summary>Its locations as they are on the day of going live; from then on, as they are today. A location and what it will be split
    /// into, or those that will be merged and the one that they become, hold their place once.</summary>
    public IReadOnlyList<LocationStanding> Counted { get; } = Once(Locations, Wave.GoLive > Today ? Wave.GoLive.Value : Today);

    public int Users => Counted.Sum(location => location.Location.Users);

    public int Live => Counted.Count(location => location.IsLive);

    public int Overdue => Counted.Count(location => location.Phase == LocationPhase.Overdue);

    /// <summary>From the first location's going live to the last one's end of hypercare.</summary>
    public HypercarePeriod Hypercare { get; } = Whole(Locations);

    public WavePhase Phase => new WaveFacts(Wave.GoLive, Hypercare, Wave.ClosedOn, Wave.Cancelled).Phase(Today);

    /// <summary>Planned, and something in it has yet to go live.</summary>
    public bool IsAhead => !Wave.Cancelled && Wave.GoLive >= Today && (Live < Counted.Count || Counted.Count == 0);

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

    private static IReadOnlyList<LocationStanding> Once(IReadOnlyList<LocationStanding> locations, DateOnly day)
    {
        var standing = locations.Where(one => !(one.Location.ClosedFrom <= day)).ToList();
        var succeeding = standing.SelectMany(one => one.Location.SuccessorIds ?? []).ToHashSet();
        return [.. standing.Where(one => one.Location.Since <= day || !succeeding.Contains(one.Location.LocationId))];
    }

    private static HypercarePeriod Whole(IReadOnlyList<LocationStanding> locations)
    {
        HypercarePeriod[] periods = [.. locations.Select(location => location.Location.Hypercare).Where(period => !period.IsNone)];
        return periods.Length == 0 ? HypercarePeriod.None : new(periods.Min(p => p.From), periods.Max(p => p.To));
    }
}
