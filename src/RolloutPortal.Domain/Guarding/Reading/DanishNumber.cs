namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>DDMMYY-SSSS: the seventh digit gives the century, modulus 11 holds for all but some born on 1 January (cpr.dk).</summary>
internal static class DanishNumber
{
    private static ReadOnlySpan<int> Weights => [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    public static Verdict? Judge(Shape shape, DateOnly today, PersonNumberRules rules)
    {
        var year = Year(shape.Pair(4), shape.Values[6]);
        // A year written in full says the same as the seventh digit, or this is a date with a time after it.
        if (shape.Century is { } century && century != year / 100) return null;

        var birth = Births.Date(year, shape.Pair(2), shape.Pair(0));
        if (!birth.CanBe(today)) return null;

        if (Births.Weighted(shape.Values, Weights) % 11 == 0) return Verdict.Certain(PersonNumberRule.DanishChecked);
        if (birth is { Month: 1, Day: 1 } && rules.FirstOfJanuaryYears.Contains(year))
            return Verdict.Certain(PersonNumberRule.DanishFirstOfJanuary);

        return shape.IsDashed && !shape.HasPlus
            ? Verdict.Doubtful(PersonNumberRule.DanishSeparated)
            : Verdict.BesideWord(PersonNumberRule.DanishBesideWord);
    }

    /// <summary>Four digits; those of the nineteenth century lie beyond any age.</summary>
    private static int Year(int ofCentury, int seventh) => seventh switch
    {
        <= 3 => 1900 + ofCentury,
        4 or 9 => ofCentury <= 36 ? 2000 + ofCentury : 1900 + ofCentury,
        _ => ofCentury <= 57 ? 2000 + ofCentury : 1800 + ofCentury,
    };
}
