namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>DDMMYYIIIKK with two control digits; D numbers add 40 to the day, H numbers 40 and synthetic ones 80 to the month.</summary>
internal static class NorwegianNumber
{
    /// <summary>From this day the first control digit may leave 0, 1, 2 or 3 (skatteetaten.no).</summary>
    private static readonly DateOnly newControl = new(2032, 1, 1);

    private static ReadOnlySpan<int> First => [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];

    private static ReadOnlySpan<int> Second => [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    public static Verdict? Judge(Shape shape, DateOnly today)
    {
        if (!CanBeBorn(shape, today)) return null;

        var first = Births.Weighted(shape.Values, First) % 11;
        var isChecked = first <= (today >= newControl ? 3 : 0) && Births.Weighted(shape.Values, Second) % 11 == 0;
        return isChecked ? Verdict.Certain(PersonNumberRule.NorwegianChecked) : Verdict.BesideWord(PersonNumberRule.NorwegianBesideWord);
    }

    /// <summary>The individual digits tell the century, but the reform of 2032 changes how: either century will do.</summary>
    private static bool CanBeBorn(Shape shape, DateOnly today)
    {
        var (day, month, year) = (shape.Pair(0), shape.Pair(2), shape.Pair(4));
        if (day > 40) day -= 40;
        month -= month > 80 ? 80 : month > 40 ? 40 : 0;

        return Births.Date(2000 + year, month, day).CanBe(today) || Births.Date(1900 + year, month, day).CanBe(today, oldest: 130);
    }
}
