using System.Globalization;
using System.Text;

namespace RolloutPortal.Domain.Naming;

/// <summary>Short typed text made comparable: composed, trimmed, nothing invisible in it (importing.md, "Unsuitable text").</summary>
public static class CleanText
{
    /// <summary>Null when it cannot be kept: control characters, direction overrides, halves of a character, code points that never become one.</summary>
    public static string? Of(string? typed)
    {
        if (typed is null) return "";

        // Trimmed first: a line break at the end came with the pasting and is no part of the name.
        var visible = new StringBuilder();
        foreach (var rune in typed.Trim().EnumerateRunes())
        {
            if (IsUnsuitable(rune)) return null;
            if (!IsZeroWidth(rune)) visible.Append(rune.ToString());
        }

        return IsSeen(visible.ToString()) ? visible.ToString().Normalize().Trim() : "";
    }

    /// <summary>Whether anything at all is to be seen of it: not only blanks, fillers and marks without a letter.</summary>
    public static bool IsSeen(string text) => text.EnumerateRunes().Any(rune => !IsBlank(rune));

    /// <summary>Turns what follows it the other way round on the page, beyond the end of its own text.</summary>
    public static bool IsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>Not to be kept anywhere, and some of it cannot even be composed.</summary>
    public static bool IsUnsuitable(Rune rune) =>
        // EnumerateRunes gives U+FFFD for half a surrogate pair, which PostgreSQL would not store as typed either.
        Rune.IsControl(rune) || IsDirection(rune) || rune.Value is 0xFFFD || IsNone(rune);

    /// <summary>U+FDD0–U+FDEF and the last two of each plane; some of them cannot even be composed.</summary>
    private static bool IsNone(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark
        // Fillers of Hangul, and the empty pattern of Braille: letters and signs by name only.
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    private static bool IsZeroWidth(Rune rune) => rune.Value is 0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF or 0x00AD;
}
