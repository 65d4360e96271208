using System.Globalization;

namespace RolloutPortal.Domain.Calendar;

/// <summary>An ISO week, held as its Monday: 2020 and 2026 have 53 of them, so that no arithmetic on year and number holds (domain.md §8).</summary>
public readonly record struct Week : IComparable<Week>
{
    /// <param name="monday">A Monday.</param>
    /// <exception cref="ArgumentException">It is another day.</exception>
    public Week(DateOnly monday) =>
        Monday = monday.DayOfWeek is DayOfWeek.Monday ? monday : throw new ArgumentException($"{monday:O} is no Monday.", nameof(monday));

    public DateOnly Monday { get; }

    public DateOnly Sunday => Monday.AddDays(6);

    /// <summary>The first day after it.</summary>
    public DateOnly End => Monday.AddDays(7);

    /// <summary>1–53.</summary>
    public int Number => ISOWeek.GetWeekOfYear(Noon);

    /// <summary>The year that the number belongs to: that of its Thursday.</summary>
    public int Year => ISOWeek.GetYear(Noon);

    /// <summary>Monday to Sunday.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, 7).Select(Monday.AddDays);

    private DateTime Noon => Monday.ToDateTime(new TimeOnly(12, 0));

    public static Week Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <returns>Null where the year has no such week.</returns>
    public static Week? Numbered(int year, int number) =>
        year is >= 1900 and <= 2199 && number >= 1 && number <= ISOWeek.GetWeeksInYear(year)
            ? new(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday))) : null;

    /// <summary>Both ends belong to it; none where the last lies before the first.</summary>
    public static IEnumerable<Week> From(Week first, Week last) => Enumerable.Range(0, Math.Max(0, first.To(last) + 1)).Select(first.Plus);

    public bool Covers(DateOnly day) => Monday <= day && day < End;

    public Week Plus(int weeks) => new(Monday.AddDays(7 * weeks));

    /// <summary>How many weeks later the other is; negative when it is earlier.</summary>
    public int To(Week other) => (other.Monday.DayNumber - Monday.DayNumber) / 7;

    public int CompareTo(Week other) => Monday.CompareTo(other.Monday);

    /// <summary><c>2026-W53</c>, as addresses and files have it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");

    /// <returns>Null for what <see cref="ToString"/> does not write.</returns>
    public static Week? Read(string? text) =>
        text is { Length: 8 } && text[4] == '-' && text[5] == 'W' && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Numbered(year, number) : null;

    public static bool operator <(Week left, Week right) => left.Monday < right.Monday;

    public static bool operator >(Week left, Week right) => left.Monday > right.Monday;

    public static bool operator <=(Week left, Week right) => left.Monday <= right.Monday;

    public static bool operator >=(Week left, Week right) => left.Monday >= right.Monday;
}
