using System.Globalization;
using System.Text;

namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>Which signs may stand inside a person's number (domain.md §7, decisions), of those that are seen.</summary>
internal static class Separators
{
    public static Separator Of(Rune rune) => rune.Value switch
    {
        '-' or 0x2212 or 0x2043 => Separator.Dash,
        '*' or '_' => Separator.Emphasis,
        '.' or '/' or '\\' or 0x2024 or 0x2044 or 0x2215 or 0xFF0E or 0xFF0F or 0xFF3C or 0xFF3F => Separator.Sign,
        '+' => Separator.Plus,
        '(' or ')' => Separator.Bracket,
        // Fillers of Hangul and Braille's blank look like a space.
        0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 => Separator.Blank,
        _ when rune.IsAscii => Rune.IsWhiteSpace(rune) ? Separator.Blank : IsSign(rune) ? Separator.Odd : Separator.None,
        _ => OfCategory(rune),
    };

    private static Separator OfCategory(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DashPunctuation => Separator.Dash,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Separator.Blank,
        UnicodeCategory.Control => Separator.Blank,
        _ => IsSign(rune) ? Separator.Odd : Separator.None,
    };

    private static bool IsSign(Rune rune) => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune);
}
