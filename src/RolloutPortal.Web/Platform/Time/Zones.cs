using System.Collections.Concurrent;

namespace RolloutPortal.Web.Platform.Time;

/// <summary>IANA zone names to local times. An unknown name counts as Copenhagen: a page must not fall over a setting.</summary>
public static class Zones
{
    public const string Default = "Europe/Copenhagen";

    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Known = [];

    public static TimeZoneInfo Of(string? name) => Known.GetOrAdd(
        name ?? Default,
        static wanted => TimeZoneInfo.TryFindSystemTimeZoneById(wanted, out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById(Default));

    public static DateTimeOffset ToLocal(DateTimeOffset at, string? zone) => TimeZoneInfo.ConvertTime(at, Of(zone));

    /// <summary>The first instant of a local day; where midnight is skipped by a clock change, the first that exists.</summary>
    public static DateTimeOffset StartOf(DateOnly day, string? zone)
    {
        var found = Of(zone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (found.IsInvalidTime(midnight))
            midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, found.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
