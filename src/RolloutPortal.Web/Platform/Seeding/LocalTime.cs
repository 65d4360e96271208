using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>Times of day as a scenario tells them, as instants.</summary>
internal static class LocalTime
{
    /// <summary>A time that a clock change skips becomes the first that exists; of a doubled one, the later counts.</summary>
    public static DateTimeOffset At(DateTime local, string timeZone)
    {
        var zone = Zones.Of(timeZone);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <param name="minutes">Since midnight.</param>
    public static DateTimeOffset At(DateOnly day, double minutes, string timeZone) => At(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes), timeZone);

    public static DateOnly Day(DateTimeOffset at, string timeZone) => DateOnly.FromDateTime(Zones.ToLocal(at, timeZone).DateTime);
}
