using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Web.Features.Rollout;

/// <summary>Where a location stands on its own local day.</summary>
/// <param name="Day">That day.</param>
public sealed record LocationStanding(RolloutRow Location, LocationPhase Phase, bool IsLive, DateOnly Day = default)
{
    public bool IsThere => Location.IsThere(Day);

    /// <summary>Planned: it is there from a later day.</summary>
    public bool IsToCome => Location.Since > Day && Location.ClosedFrom is null;

    /// <summary>The last day with hypercare; null before going live, and where hypercare was closed on the first day.</summary>
    public DateOnly? HypercareTo => Location.Hypercare is { IsNone: false } period && period.To > period.From ? period.To.AddDays(-1) : null;

    /// <param name="today">The local day in a time zone.</param>
    public static LocationStanding Of(RolloutRow location, Func<string, DateOnly> today)
    {
        var day = today(location.TimeZone);
        return new(location, location.Phase(day), location.LiveOn <= day, day);
    }
}
