using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Web.Features.Hypercare.Boards;

/// <summary>One week since go-live: what came, and what the curve expected of the locations that have reached it.</summary>
/// <param name="Week">0 is the first.</param>
/// <param name="Locations">That have reached it.</param>
/// <param name="IsRunning">Not over at every one of them.</param>
public sealed record CurveWeek(int Week, Pace Pace, int Locations, bool IsRunning)
{
    /// <summary>Half a year: the curve has long come to rest.</summary>
    public const int Most = 26;

    private const int Fewest = 8;

    /// <summary>From the first week to the last that any location has reached; at least eight, so that the curve is seen.</summary>
    /// <param name="tickets">By week since go-live.</param>
    public static IReadOnlyList<CurveWeek> Of(IReadOnlyList<CareLocation> locations, IReadOnlyDictionary<int, int> tickets, DateTimeOffset now)
    {
        double[] elapsed = [.. locations.Select(location => Pace.Elapsed(location, now) ?? -1)];
        var last = elapsed.Length == 0 || elapsed.Max() < 0 ? -1 : (int)(elapsed.Max() / 7);
        return [.. Enumerable.Range(0, Math.Clamp(last + 1, Fewest, Most)).Select(week => At(week, locations, elapsed, tickets.GetValueOrDefault(week)))];
    }

    /// <summary>As people count: the first is 1.</summary>
    public int Number => Week + 1;

    /// <summary>Of the whole week, wherever anybody is in it.</summary>
    public double Curve => TicketCurve.Default.ExpectedPerHundredUsers(Week);

    /// <summary>Of the days that have been.</summary>
    public double ExpectedPerHundred => Pace.ExpectedPerHundred ?? Curve;

    public bool IsAhead => Locations == 0;

    private static CurveWeek At(int week, IReadOnlyList<CareLocation> locations, double[] elapsed, int tickets)
    {
        var (from, to) = (7 * week, 7 * (week + 1));
        var there = Enumerable.Range(0, locations.Count).Where(i => elapsed[i] > from).ToArray();
        var expected = there.Sum(i => locations[i].Row.Users * TicketCurve.Default.ExpectedPerUser(from, Math.Min(to, elapsed[i])));
        return new(week, new Pace(tickets, expected, there.Sum(i => locations[i].Row.Users)), there.Length, there.Any(i => elapsed[i] < to));
    }
}
