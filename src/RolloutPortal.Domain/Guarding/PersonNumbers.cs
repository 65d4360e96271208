using RolloutPortal.Domain.Guarding.Reading;

namespace RolloutPortal.Domain.Guarding;

/// <summary>Finds Danish, Swedish and Norwegian person numbers in what people write (domain.md §7 with its decisions; decisions.md 36).</summary>
public static class PersonNumbers
{
    /// <summary>All numbers of a text in its order, none overlapping another; empty for null. Linear in the text's length.</summary>
    /// <param name="today">The day on the portal's clock: nobody is born after it.</param>
    public static IReadOnlyList<PersonNumberFinding> Find(string? text, DateOnly today, PersonNumberRules? rules = null)
    {
        if (text is null || text.Length < Shape.Shortest) return [];

        var seen = SeenText.Of(text);
        var digits = DigitReader.Read(seen);
        if (digits.Count < Shape.Shortest) return [];

        Words? words = null;
        var found = new List<PersonNumberFinding>();
        for (var start = 0; start < digits.Count; start++)
        {
            // In the middle of a longer row of digits nothing begins.
            if (Shape.IsJoined(digits, start)) continue;

            foreach (var form in Shape.Forms)
                if (form.Fits(digits, start)
                    && Judge(form.Read(digits, start), today, rules ?? PersonNumberRules.Default, IsBesideWord) is { } finding)
                    Keep(found, finding);
        }

        return found.ConvertAll(one => one.In(seen));

        // Only where a number stands or falls with it: most texts hold none.
        bool IsBesideWord(int from, int to) => (words ??= new(seen.Text)).AreNear(from, to);
    }

    /// <summary>The surest finding of the text, the first of several; null when it is free of numbers.</summary>
    public static PersonNumberFinding? Worst(string? text, DateOnly today, PersonNumberRules? rules = null)
    {
        var found = Find(text, today, rules);
        foreach (var finding in found)
            if (finding.IsCertain) return finding;

        return found.Count > 0 ? found[0] : null;
    }

    private static PersonNumberFinding? Judge(Shape shape, DateOnly today, PersonNumberRules rules, Func<int, int, bool> isBesideWord)
    {
        var best = shape.Country switch
        {
            Country.Denmark => DanishNumber.Judge(shape, today, rules),
            Country.Sweden => SwedishNumber.Judge(shape, today),
            _ => NorwegianNumber.Judge(shape, today),
        };

        return best switch
        {
            null => null,
            { Needs: true } when !isBesideWord(shape.Position, shape.End) => null,
            { } verdict => new(verdict.Rule, verdict.Certainty, shape.Position, shape.End - shape.Position, shape.Masked),
        };
    }

    /// <summary>The surer of two that share digits, else the earlier: 640823-3234 is Swedish, whatever else it could be.</summary>
    private static void Keep(List<PersonNumberFinding> found, PersonNumberFinding finding)
    {
        while (found.Count > 0 && found[^1].End > finding.Position)
        {
            if (found[^1].Certainty >= finding.Certainty) return;
            found.RemoveAt(found.Count - 1);
        }

        found.Add(finding);
    }
}
