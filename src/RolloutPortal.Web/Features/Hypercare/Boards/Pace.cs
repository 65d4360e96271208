using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Boards;

/// <summary>Tickets against what the curve expects, both for the same users on the same days.</summary>
/// <param name="Users">Of locations that are live.</param>
public sealed record Pace(int Tickets, double Expected, int Users)
{
    public static Pace None { get; } = new(0, 0, 0);

    /// <summary>Null where nothing is live yet.</summary>
    public double? Ratio => Expected > 0 ? Tickets / Expected : null;

    public double? PerHundred => Users > 0 ? 100.0 * Tickets / Users : null;

    public double? ExpectedPerHundred => Users > 0 ? 100.0 * Expected / Users : null;

    public bool IsFarOver => PaceRule.IsFarOver(Tickets, Expected);

    public bool IsOver => PaceRule.IsOver(Tickets, Expected);

    public string? Tone => IsFarOver ? "bad" : IsOver ? "warn" : Ratio is null ? null : "ok";

    public static Pace operator +(Pace one, Pace other) => new(one.Tickets + other.Tickets, one.Expected + other.Expected, one.Users + other.Users);

    public static Pace Add(Pace left, Pace right) => left + right;

    /// <param name="from">The first day counted; the last is today, as far as it has gone.</param>
    /// <param name="tickets">Logged on those days.</param>
    public static Pace Since(DateOnly from, CareLocation location, int tickets, DateTimeOffset now)
    {
        if (Elapsed(location, now) is not { } elapsed) return None;
        var fromDay = from.DayNumber - location.Row.LiveOn!.Value.DayNumber;
        return new(tickets, location.Row.Users * TicketCurve.Default.ExpectedPerUser(fromDay, elapsed), location.Row.Users);
    }

    /// <summary>Days since a location's first live morning, today's as far as it has gone; null before.</summary>
    public static double? Elapsed(CareLocation location, DateTimeOffset now)
    {
        if (location.Row.LiveOn is not { } live) return null;
        var local = Zones.ToLocal(now, location.Row.TimeZone);
        var days = DateOnly.FromDateTime(local.DateTime).DayNumber - live.DayNumber + local.TimeOfDay.TotalDays;
        return days < 0 ? null : days;
    }
}
