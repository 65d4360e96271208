using System.Globalization;
using System.Text.RegularExpressions;

namespace RolloutPortal.Importing.Values;

/// <summary>Numbers as people and spreadsheets write them (importing.md, "Values"; decisions.md 35).</summary>
internal static partial class Numbers
{
    /// <summary><c>1.250</c>, <c>1 250</c>, <c>12,0</c>: 1250, 1250, 12. What may be a part of a whole is none: <c>1,250</c>, <c>12,5</c>.</summary>
    /// <param name="isNumber">A spreadsheet's own number: its point is a decimal point.</param>
    public static CellValue Whole(string text, bool isNumber, int most)
    {
        if (isNumber && text.Contains('.', StringComparison.Ordinal)) return CellValue.Wrong(ImportFaults.NotWhole);
        var match = WholeNumber().Match(text);
        if (!match.Success) return CellValue.Wrong(ImportFaults.NotWhole);

        var digits = string.Concat(match.Groups["n"].Value.Where(char.IsAsciiDigit));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? new((int)number)
            : CellValue.Wrong(ImportFaults.OutOfRange, $"{most}");
    }

    /// <summary>Comma or point; <c>1.250</c> may be either, and is a fault.</summary>
    public static CellValue Decimal(string text, bool isNumber)
    {
        if (!isNumber && AmbiguousNumber().IsMatch(text)) return CellValue.Wrong(ImportFaults.Ambiguous);
        var match = DecimalNumber().Match(text);
        if (!match.Success) return CellValue.Wrong(ImportFaults.NotNumber);

        var whole = string.Concat(match.Groups["n"].Value.Where(char.IsAsciiDigit));
        var plain = $"{(match.Groups["minus"].Success ? "-" : "")}{whole}.{match.Groups["part"].Value}0";
        return decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new(number / 1.0000000000m)
            : CellValue.Wrong(ImportFaults.NotNumber);
    }

    [GeneratedRegex(@"^(?<n>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?:[ \u00A0\u2009\u202F][0-9]{3})+)(?:,0{1,2})?$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+$")]
    private static partial Regex AmbiguousNumber();

    [GeneratedRegex(@"^(?<minus>[-\u2212])?(?:(?<n>[0-9]+)(?:[.,](?<part>[0-9]+))?|(?<n>[1-9][0-9]{0,2}(?:\.[0-9]{3})+),(?<part>[0-9]+)|(?<n>[1-9][0-9]{0,2}(?:[ \u00A0\u2009\u202F][0-9]{3})+)(?:,(?<part>[0-9]+))?)$")]
    private static partial Regex DecimalNumber();
}
