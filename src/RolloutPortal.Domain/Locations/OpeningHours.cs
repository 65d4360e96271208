namespace RolloutPortal.Domain.Locations;

/// <summary>When a location is open in an ordinary week, in its own local time; holidays are the calendar's.</summary>
public sealed record OpeningHours
{
    private readonly IReadOnlyList<OpenStretch>[] days;

    private OpeningHours(IReadOnlyList<OpenStretch>[] days)
    {
        this.days = days;
        Text = OpeningHoursText.Write(days);
    }

    /// <summary>Nothing said about it; hence open at no time.</summary>
    public static OpeningHours NotStated { get; } = From([]);

    /// <summary>The canonical form of open at all hours.</summary>
    public const string Always = OpeningHoursText.Always;

    /// <summary>The canonical form: <c>mon-fri 08:00-16:00; sat 09:00-12:00</c>, <c>24/7</c>, or empty.</summary>
    public string Text { get; }

    /// <summary>Reads what people and files write, in English, Danish or Swedish (importing.md).</summary>
    /// <returns>A refusal that names the part which cannot be read, or null.</returns>
    public static Refusal? Read(string? typed, out OpeningHours hours)
    {
        hours = NotStated;
        var reader = new OpeningHoursReader();
        if (reader.Unreadable(typed ?? "") is { } part) return new Refusal(LocationRefusals.OpeningHoursUnreadable, part);

        hours = From(reader.Stretches);
        return null;
    }

    /// <summary>In order, apart from each other, within the day.</summary>
    public IReadOnlyList<OpenStretch> On(DayOfWeek day) => days[(int)day];

    public bool IsOpen(DayOfWeek day, TimeOnly time)
    {
        var minute = (time.Hour * 60) + time.Minute;
        return On(day).Any(stretch => stretch.From <= minute && minute < stretch.To);
    }

    public bool Equals(OpeningHours? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private static OpeningHours From(IReadOnlyList<(DayOfWeek Day, OpenStretch Stretch)> stretches) =>
        new([.. Enum.GetValues<DayOfWeek>().Select(day => OpenStretch.Merge(stretches.Where(s => s.Day == day).Select(s => s.Stretch)))]);
}

/// <summary>Minutes since midnight, <c>[From, To)</c>; 1,440 is the end of the day.</summary>
public readonly record struct OpenStretch(int From, int To)
{
    public const int EndOfDay = 24 * 60;

    /// <summary>In order, with those that touch made one.</summary>
    internal static IReadOnlyList<OpenStretch> Merge(IEnumerable<OpenStretch> stretches)
    {
        var merged = new List<OpenStretch>();
        foreach (var next in stretches.OrderBy(stretch => stretch.From))
            if (merged.Count > 0 && next.From <= merged[^1].To)
                merged[^1] = merged[^1] with { To = Math.Max(merged[^1].To, next.To) };
            else
                merged.Add(next);

        return merged;
    }
}
