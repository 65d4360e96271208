namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>One way to write a country's numbers: how many digits stand in each of its four groups.</summary>
internal sealed class Form(Country country, int[] groups)
{
    private readonly int length = groups.Sum();
    private readonly int[] borders = [groups[0], groups[0] + groups[1], groups[0] + groups[1] + groups[2]];

    /// <summary>Whether digits and gaps from here on are this form, with nothing before or after that belongs to them.</summary>
    public bool Fits(List<Digit> digits, int start)
    {
        if (start + length > digits.Count || !IsMonth(digits, start) || Shape.IsJoined(digits, start + length)) return false;

        for (var i = 0; i < length; i++)
            if (digits[start + i].IsLetter && !(country is Country.Sweden && i == borders[2])) return false;

        return IsWritten(digits, start) || IsScattered(digits, start);
    }

    /// <summary>The second group in every form; 40 and 80 more in Norway. Most digits fail here, before anything is built from them.</summary>
    private bool IsMonth(List<Digit> digits, int start)
    {
        var month = (10 * digits[start + borders[0]].Value) + digits[start + borders[0] + 1].Value;
        return (country is Country.Norway ? month % 40 : month) is >= 1 and <= 12;
    }

    private bool IsWritten(List<Digit> digits, int start) => IsCompact(digits, start) || IsSpread(digits, start);

    /// <summary>As one is read aloud, or typed on a telephone: the last four in pairs as well, the date in brackets.
    /// No part of a longer row of pairs.</summary>
    private bool IsScattered(List<Digit> digits, int start)
    {
        if (country is not Country.Denmark || (start > 0 && digits[start].Before.Binds)) return false;

        for (var i = 1; i < length; i++)
        {
            var gap = digits[start + i].Before;
            if (gap.IsWide || gap.HasPlus || gap.HasOther || !(gap.LooksJoined || IsBorder(i) || i == length - 2)) return false;
        }

        var (first, second, last) = Between(digits, start);
        var isInPairs = digits[start + length - 2].Before.Seen > 0;
        return (isInPairs || last.IsOdd) && IsNoPairOfNumbers(first, second, last)
            && (start + length == digits.Count || !digits[start + length].Before.Binds);
    }

    /// <summary>Groups in one piece, up to three separators between them.</summary>
    private bool IsCompact(List<Digit> digits, int start)
    {
        for (var i = 1; i < length; i++)
        {
            var gap = digits[start + i].Before;
            if (IsBorder(i) ? gap.IsWide || (gap.HasPlus && !(i == borders[2] && gap.IsPlus)) : !gap.LooksJoined) return false;
            if (gap.IsOdd && !(i == borders[2] && gap.IsOneOdd)) return false;
        }

        var (first, second, last) = Between(digits, start);
        return last.IsOdd ? first.LooksJoined && second.LooksJoined : IsNoPairOfNumbers(first, second, last);
    }

    /// <summary>A hyphen joins two numbers, but in 6-4, 8-4 and 2-2-2-4 (decisions.md 36): 0701-234567 is a telephone.</summary>
    private static bool IsNoPairOfNumbers(Gap first, Gap second, Gap last) =>
        !(first.HasDash || second.HasDash || last.HasDash)
        || (first.LooksJoined && second.LooksJoined)
        || !(first.IsNone || second.IsNone || last.IsNone);

    /// <summary>One separator between every two digits, and no other lone digit beside them: not a part of a row of digits.</summary>
    private bool IsSpread(List<Digit> digits, int start)
    {
        // Asked first: in a long row of lone digits it ends the matter at once.
        if (IsLone(digits, start - 1, digits[start].Before)) return false;

        for (var i = 1; i < length; i++)
        {
            var gap = digits[start + i].Before;
            if (!gap.Binds || gap.HasPlus || gap.Seen == 0 || (gap.Seen > 1 && !IsBorder(i))) return false;
        }

        return start + length == digits.Count || !IsLone(digits, start + length, digits[start + length].Before);
    }

    private static bool IsLone(List<Digit> digits, int at, Gap between) =>
        at >= 0 && between.Binds
        && !digits[at].Before.LooksJoined && (at + 1 == digits.Count || !digits[at + 1].Before.LooksJoined);

    /// <summary>What stands there; only where the form fits.</summary>
    public Shape Read(List<Digit> digits, int start)
    {
        var values = new byte[length];
        for (var i = 0; i < length; i++) values[i] = digits[start + i].Value;

        var year = Array.IndexOf(groups, 4, 0, 3);
        int? century = null;
        if (year >= 0)
        {
            var at = year == 0 ? 0 : borders[year - 1];
            century = (10 * values[at]) + values[at + 1];
            values = [.. values[..at], .. values[(at + 2)..]];
        }

        var (first, second, last) = Between(digits, start);
        return new(
            country, values, century, digits[start].Start, digits[start + length - 1].End,
            IsSeparated: !(first.IsNone && second.IsNone && last.IsNone),
            IsDashed: !last.IsOdd && (last.HasDash || (first.LooksJoined && second.LooksJoined && !last.IsNone)),
            last.HasPlus, last.IsOdd, digits[start + borders[2]].IsLetter, IsScattered: !IsWritten(digits, start));
    }

    private (Gap First, Gap Second, Gap Last) Between(List<Digit> digits, int start) =>
        (digits[start + borders[0]].Before, digits[start + borders[1]].Before, digits[start + borders[2]].Before);

    private bool IsBorder(int at) => at == borders[0] || at == borders[1] || at == borders[2];
}
