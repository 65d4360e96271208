using System.Globalization;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Web.Features.Rollout;

/// <summary>Whole months side by side; a day's place is a percentage of their width.</summary>
/// <param name="From">The first day of a month.</param>
/// <param name="To">The first day after the last month.</param>
public sealed record Timeline(DateOnly From, DateOnly To, DateOnly Today)
{
    /// <summary>So many names of months fit beside each other on a desk.</summary>
    private const int MostNames = 14;

    public bool Shows(DateOnly day) => From <= day && day < To;

    public IReadOnlyList<Month> Months
    {
        get
        {
            var count = ((To.Year - From.Year) * 12) + To.Month - From.Month;
            var step = (count + MostNames - 1) / MostNames;
            return [.. Enumerable.Range(0, count).Select(i => new Month(From.AddMonths(i), At(From.AddMonths(i)), IsNamed(From.AddMonths(i).Month, i % step == 0)))];
        }
    }

    /// <summary>The year stands at its January, and takes the room of February.</summary>
    private static bool IsNamed(int month, bool inStep) => month == 1 || (inStep && month != 2);

    /// <summary>All that is planned or has happened to locations, and at least the month of today.</summary>
    /// <remarks>A wave that nothing is in stretches it only where there is no other.</remarks>
    public static Timeline Over(IReadOnlyList<WaveStanding> waves, DateOnly today)
    {
        var full = waves.Where(wave => wave.Locations.Count > 0).ToList();
        WaveSpan[] spans = [.. (full.Count > 0 ? full : waves).Select(WaveSpan.Of).OfType<WaveSpan>()];
        var first = spans.Select(span => span.PreparedFrom).DefaultIfEmpty(today).Min();
        var last = spans.Select(span => span.Hypercare.To).DefaultIfEmpty(today).Max();
        return new(MonthOf(first), MonthOf(last).AddMonths(1), today);
    }

    /// <returns>An SVG coordinate, <c>12.34%</c>; a day beyond either end stands at that end.</returns>
    public string At(DateOnly day) => Percent(Within(day).DayNumber - From.DayNumber);

    /// <returns>An SVG length: of what is inside, and never less than nothing.</returns>
    public string Width(DateOnly from, DateOnly to) => Percent(Math.Max(0, Within(to).DayNumber - Within(from).DayNumber));

    private DateOnly Within(DateOnly day) => day < From ? From : day > To ? To : day;

    private string Percent(int days) =>
        (100.0 * days / (To.DayNumber - From.DayNumber)).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <param name="At">Where it begins.</param>
public sealed record Month(DateOnly First, string At, bool IsNamed)
{
    /// <summary>A January is named by its year: both side by side are wider than a month.</summary>
    public string Name => First.ToString(First.Month == 1 ? "yyyy" : "MMM", CultureInfo.CurrentCulture).TrimEnd('.');
}

/// <summary>A wave on the timeline: preparation, going live, hypercare; as it went, else as it is planned.</summary>
public sealed record WaveSpan(DateOnly PreparedFrom, DateOnly GoLive, HypercarePeriod Hypercare)
{
    /// <returns>Null while the wave has no day.</returns>
    public static WaveSpan? Of(WaveStanding wave)
    {
        if (wave.Hypercare is { IsNone: false } went) return new(went.From.AddDays(-7 * LocationFacts.WeeksOfPreparation), went.From, went);
        if (wave.Wave.GoLive is not { } day) return null;
        return new(day.AddDays(-7 * LocationFacts.WeeksOfPreparation), day, HypercarePeriod.Of(day, wave.Wave.HypercareWeeks, closedOn: null));
    }
}
