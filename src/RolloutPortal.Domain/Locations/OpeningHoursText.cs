using System.Globalization;

namespace RolloutPortal.Domain.Locations;

/// <summary>Opening hours in their canonical form: each week is written in one way only.</summary>
internal static class OpeningHoursText
{
    public const string Always = "24/7";

    private const string WholeDay = "00:00-24:00";

    /// <summary>Monday first; neighbouring days with the same times stand together.</summary>
    public static string Write(IReadOnlyList<OpenStretch>[] days)
    {
        string[] week = [.. WeekDays.InOrder.Select(day => string.Join(", ", days[(int)day].Select(Write)))];
        if (week.All(times => times == WholeDay)) return Always;

        var parts = new List<string>();
        for (int first = 0, next; first < week.Length; first = next)
        {
            for (next = first + 1; next < week.Length && week[next] == week[first];) next++;
            if (week[first].Length > 0) parts.Add($"{Days(first, next - 1)} {week[first]}");
        }

        return string.Join("; ", parts);
    }

    private static string Days(int first, int last) =>
        first == last ? WeekDays.Short(first) : $"{WeekDays.Short(first)}-{WeekDays.Short(last)}";

    private static string Write(OpenStretch stretch) => string.Create(
        CultureInfo.InvariantCulture,
        $"{stretch.From / 60:00}:{stretch.From % 60:00}-{stretch.To / 60:00}:{stretch.To % 60:00}");
}
