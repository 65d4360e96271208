namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>Dates on which somebody who is written about can be born.</summary>
internal static class Births
{
    /// <summary>Whole years; nobody in the registers has been older (domain.md §7).</summary>
    public const int OldestAge = 115;

    public static DateOnly? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>Not after today, and at most so many years before it.</summary>
    public static bool CanBe(this DateOnly? birth, DateOnly today, int oldest = OldestAge) =>
        birth is { } day && day <= today && Age(day, today) <= oldest;

    private static int Age(DateOnly birth, DateOnly today) =>
        today.Year - birth.Year - ((today.Month, today.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);

    /// <summary>Weights against digits, from the first of both.</summary>
    public static int Weighted(byte[] values, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += values[i] * weights[i];
        return sum;
    }
}
