namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>DDMMYY-SSSS: the seventh digit gives the century, modulus 11 holds for all but some born on 1 January (cpr.dk).</summary>
internal static class DanishNumber
{
    /// <summary>
    /// What authorities add to the day in a number of their own, for somebody who cannot have one: the first digit is raised by 6
    /// (cpr.dk, "Erstatningspersonnummer i eksterne systemer"). No control digit is said of it, so it is asked about.
    /// </summary>
    private const int ReplacementDays = 60;

    private static ReadOnlySpan<int> Weights => [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    public static Verdict? Judge(Shape shape, DateOnly today, PersonNumberRules rules)
    {
        var year = Year(shape.Pair(4), shape.Values[6]);
        // A year written in full says the same as the seventh digit, or this is a date with a time after it.
        if (shape.Century is { } century && century != year / 100) return null;

        var day = shape.Pair(0);
        var isReplacement = day > ReplacementDays;
        var birth = Births.Date(year, shape.Pair(2), isReplacement ? day - ReplacementDays : day);
        if (!birth.CanBe(today)) return null;
        var isChecked = Births.Weighted(shape.Values, Weights) % 11 == 0;
        if (shape.IsScattered) return isChecked && !isReplacement ? Verdict.Doubtful(PersonNumberRule.DanishSeparated) : null;
        if (isReplacement) return IsApart(shape) ? Verdict.Doubtful(PersonNumberRule.DanishReplacement) : Verdict.BesideWord(PersonNumberRule.DanishBesideWord);

        if (isChecked) return Verdict.Certain(PersonNumberRule.DanishChecked);
        if (birth is { Month: 1, Day: 1 } && rules.FirstOfJanuaryYears.Contains(year))
            return Verdict.Certain(PersonNumberRule.DanishFirstOfJanuary);

        return IsApart(shape)
            ? Verdict.Doubtful(PersonNumberRule.DanishSeparated)
            : Verdict.BesideWord(PersonNumberRule.DanishBesideWord);
    }

    private static bool IsApart(Shape shape) => shape.IsDashed && !shape.HasPlus;

    /// <summary>Four digits; those of the nineteenth century lie beyond any age.</summary>
    private static int Year(int ofCentury, int seventh) => seventh switch
    {
        <= 3 => 1900 + ofCentury,
        4 or 9 => ofCentury <= 36 ? 2000 + ofCentury : 1900 + ofCentury,
        _ => ofCentury <= 57 ? 2000 + ofCentury : 1800 + ofCentury,
    };
}
