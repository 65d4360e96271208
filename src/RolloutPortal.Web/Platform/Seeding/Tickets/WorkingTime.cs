namespace RolloutPortal.Web.Platform.Seeding.Tickets;

/// <summary>When support works: weekdays 07–17 (domain.md §5), not on holidays.</summary>
internal sealed class WorkingTime(string timeZone)
{
    private const int Opens = 7 * 60;
    private const int Closes = 17 * 60;

    // Those that the story meets; which days are holidays in general is the calendar's to say.
    private static readonly HashSet<(int Month, int Day)> Holidays = [(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)];

    public static bool IsHoliday(DateOnly day) => Holidays.Contains((day.Month, day.Day));

    /// <summary>The moment at which so many working minutes have passed.</summary>
    public DateTimeOffset After(DateTimeOffset from, double minutes)
    {
        var local = Time.Zones.ToLocal(from, timeZone);
        var (day, minute) = (DateOnly.FromDateTime(local.DateTime), local.TimeOfDay.TotalMinutes);
        while (true)
        {
            var start = Math.Max(minute, Opens);
            if (IsOpen(day) && start + minutes < Closes) return LocalTime.At(day, start + minutes, timeZone);
            if (IsOpen(day) && start < Closes) minutes -= Closes - start;
            (day, minute) = (day.AddDays(1), 0);
        }
    }

    private static bool IsOpen(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);
}
