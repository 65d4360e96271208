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

    public bool ShowsToday => From <= Today && Today < To;

    public IReadOnlyList<Month> Months
    {
        get
        {
            var count = ((To.Year - From.Year) * 12) + To.Month - From.Month;
            var step = (count + MostNames - 1) / MostNames;
            return [.. Enumerable.Range(0, count).Select(i => new Month(From.AddMonths(i), At(From.AddMonths(i)), i % step == 0))];
        }
    }

    /// <summary>All that is planned or has happened, and at least the month of today.</summary>
    public static Timeline Over(IEnumerable<WaveStanding> waves, DateOnly today)
    {
        WaveSpan[] spans = [.. waves.Select(WaveSpan.Of).OfType<WaveSpan>()];
        var first = spans.Select(span => span.PreparedFrom).DefaultIfEmpty(today).Min();
        var last = spans.Select(span => span.Hypercare.To).DefaultIfEmpty(today).Max();
        return new(MonthOf(first), MonthOf(last).AddMonths(1), today);
    }

    /// <returns>An SVG coordinate, <c>12.34%</c>.</returns>
    public string At(DateOnly day) => Percent(day.DayNumber - From.DayNumber);

    /// <returns>An SVG length; never less than nothing.</returns>
    public string Width(DateOnly from, DateOnly to) => Percent(Math.Max(0, to.DayNumber - from.DayNumber));

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
