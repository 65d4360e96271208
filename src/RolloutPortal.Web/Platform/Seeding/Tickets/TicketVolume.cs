using RolloutPortal.Domain.Locations;

namespace RolloutPortal.Web.Platform.Seeding.Tickets;

/// <summary>When a location logs tickets: as often as the expected curve says, while it is open.</summary>
internal sealed class TicketVolume(OpeningHours hours, string timeZone)
{
    private const double WeekendShare = .45;

    /// <summary>By hour of the day: most after the morning's meeting, few at night.</summary>
    private static readonly double[] Hours =
        [.10, .08, .06, .06, .08, .20, .5, 1.1, 1.5, 1.6, 1.3, 1.0, .8, 1.2, 1.0, .8, .6, .5, .5, .5, .45, .4, .3, .2];

    /// <param name="perDay">Expected on an average day of the week.</param>
    public IEnumerable<DateTimeOffset> On(DateOnly day, double perDay, Chance chance)
    {
        var week = Enum.GetValues<DayOfWeek>().Sum(Share);
        var share = Share(WorkingTime.IsHoliday(day) ? DayOfWeek.Sunday : day.DayOfWeek);
        var count = week == 0 ? 0 : chance.Count(perDay * share * 7 / week);
        return [.. Enumerable.Range(0, count).Select(_ => Moment(day, chance)).Order()];
    }

    private double Share(DayOfWeek day) =>
        hours.On(day).Count == 0 ? 0 : day is DayOfWeek.Saturday or DayOfWeek.Sunday ? WeekendShare : 1;

    private DateTimeOffset Moment(DateOnly day, Chance chance)
    {
        var open = Enumerable.Range(0, 24).Where(hour => hours.IsOpen(day.DayOfWeek, new TimeOnly(hour, 30))).Select(hour => new Hour(hour)).ToArray();
        if (open.Length == 0) open = [new Hour(chance.Whole(8, 15))];
        var at = chance.Weighted(open, hour => Hours[hour.Of])!;
        return LocalTime.At(day, (at.Of * 60) + chance.Whole(0, 59), timeZone);
    }

    private sealed record Hour(int Of);
}
