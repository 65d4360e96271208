namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>YYMMDD-NNNC and YYYYMMDDNNNC with Luhn; a coordination number has sixty more days; no month is over 12, as in an organisation's.</summary>
internal static class SwedishNumber
{
    private const int CoordinationDays = 60;

    public static Verdict? Judge(Shape shape, DateOnly today)
    {
        if (!CanBeBorn(shape, today)) return null;

        // Case numbers look like this: a date and a running number (20220124-0001).
        if (!Luhn(shape.Values)) return Verdict.BesideWord(PersonNumberRule.SwedishBesideWord);
        if (shape.IsOdd || (!shape.IsSeparated && shape.Century is null)) return Verdict.Doubtful(PersonNumberRule.SwedishBare);

        return Verdict.Certain(shape.HasLetter ? PersonNumberRule.SwedishInterim : PersonNumberRule.SwedishChecked);
    }

    private static bool CanBeBorn(Shape shape, DateOnly today)
    {
        var (year, month, day) = (shape.Pair(0), shape.Pair(2), shape.Pair(4));
        if (day > CoordinationDays) day -= CoordinationDays;

        // The plus says "a hundred years or more": how many more, nobody can tell from the number.
        if (shape.Century is { } century) return Births.Date((100 * century) + year, month, day).CanBe(today, oldest: 130);
        if (shape.HasPlus) return Births.Date(1800 + year, month, day) is not null || Births.Date(1900 + year, month, day) is not null;

        return Births.Date(2000 + year, month, day).CanBe(today) || Births.Date(1900 + year, month, day).CanBe(today, oldest: 130);
    }

    private static bool Luhn(byte[] values)
    {
        var sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var product = values[i] * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        return sum % 10 == 0;
    }
}
