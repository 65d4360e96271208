using System.Globalization;
using System.Text;

namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>Reads the digits of a text, and what stands between them, in one pass.</summary>
internal static class DigitReader
{
    /// <summary>The last is the sign of kelvin, which becomes a K where a name is composed.</summary>
    private const string InterimLetters = "TRSUWXJKLMN\u212A";

    /// <summary>In the text's order; digits of uuids are left out (decisions.md 36).</summary>
    public static List<Digit> Read(SeenText seen)
    {
        var text = seen.Text;
        var digits = new List<Digit>();
        var gap = Gap.Wide;
        for (var at = 0; at < text.Length;)
        {
            if (Uuids.StartsAt(text, at))
            {
                (at, gap) = (at + Uuids.Length, Gap.Wide);
                continue;
            }

            if (seen.IsSplit(at)) gap = gap.WithUnseen();
            var (rune, length) = RuneAt(text, at);
            if (ValueOf(rune) is { } value)
            {
                digits.Add(new(value, at, at + length, gap, IsLetter: false));
                gap = default;
            }
            else if (!gap.IsWide && IsInterim(text, at))
            {
                digits.Add(new(1, at, at + length, gap, IsLetter: true));
                gap = default;
            }
            else
            {
                gap = gap.With(Separators.Of(rune));
            }

            at += length;
        }

        return digits;
    }

    /// <summary>One character, or one written as in an address (%2D, %20): what is checked may be a path or a query.</summary>
    private static (Rune Rune, int Length) RuneAt(string text, int at)
    {
        if (text[at] == '%' && at + 2 < text.Length
            && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code is > 0x1F and < 0x7F)
        {
            var decoded = new Rune(code);
            if (ValueOf(decoded) is not null || Separators.Of(decoded) is not Separator.None) return (decoded, 3);
        }

        return Rune.TryGetRuneAt(text, at, out var rune) ? (rune, rune.Utf16SequenceLength) : (Rune.ReplacementChar, 1);
    }

    /// <summary>Digits of any script, full-width, raised, lowered and circled ones too; letters that look like digits are letters.</summary>
    private static byte? ValueOf(Rune rune) =>
        rune.Value is >= '0' and <= '9' ? (byte)(rune.Value - '0')
        : !rune.IsAscii && Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber
            && Rune.GetNumericValue(rune) is >= 0 and <= 9 and var value && double.IsInteger(value) ? (byte)value
        : null;

    /// <summary>One of the letters alone before exactly three digits.</summary>
    private static bool IsInterim(string text, int at) =>
        InterimLetters.Contains(text[at], StringComparison.OrdinalIgnoreCase)
        && at + 3 < text.Length
        && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2]) && char.IsDigit(text[at + 3])
        && (at + 4 == text.Length || !char.IsLetterOrDigit(text[at + 4]));
}
