using System.Globalization;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Web.Features.Rollout.Board;

/// <summary>Whole months side by side; a day's place is a percentage of their width.</summary>
/// <param name="From">The first day of a month.</param>
/// <param name="To">The first day after the last month.</param>
public sealed record Timeline(DateOnly From, DateOnly To, DateOnly Today)
{
    /// <summary>So many names of months fit beside each other on a desk.</summary>
    private const int MostNames = 14;

    /// <summary>Every month, or those that leave each January its name.</summary>
    private static readonly int[] Steps = [1, 2, 3, 6, 12];

    public bool Shows(DateOnly day) => From <= day && day < To;

    public IReadOnlyList<Month> Months
    {
        get
        {
            var count = ((To.Year - From.Year) * 12) + To.Month - From.Month;
            var step = Steps.First(step => step == 12 || count <= step * MostNames);
            return [.. Enumerable.Range(0, count).Select(i => From.AddMonths(i)).Select(first => new Month(first, At(first), (first.Month - 1) % step == 0))];
        }
    }

    /// <summary>Where each year begins, and the first month's where there is room for it before the next.</summary>
    public IEnumerable<Month> Years => Months.Where((month, i) => month.First.Month == 1 || (i == 0 && month.First.Month < 11));

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
    public string Name => First.ToString("MMM", CultureInfo.CurrentCulture).TrimEnd('.');
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
