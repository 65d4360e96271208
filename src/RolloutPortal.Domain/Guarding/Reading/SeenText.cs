using System.Globalization;
using System.Text;

namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>A text as people see it. What nobody sees keeps nothing apart, and may be gone when the text is stored: whichever way it is
/// cleaned, the guard has read the same digits.</summary>
/// <remarks>A line end counts once, as it is stored; a browser sends two signs for it.</remarks>
internal sealed class SeenText
{
    /// <summary>Of each sign its place in the text as it came; null: nothing was left out.</summary>
    private readonly int[]? places;

    private SeenText(string text, int[]? places) => (Text, this.places) = (text, places);

    public string Text { get; }

    public static SeenText Of(string text)
    {
        var first = FirstUnseen(text);
        if (first < 0) return new(text, null);

        var seen = new StringBuilder(text.Length).Append(text, 0, first);
        var places = new List<int>(text.Length);
        for (var i = 0; i < first; i++) places.Add(i);
        for (var at = first; at < text.Length;)
        {
            // Half of a character is one sign, and never becomes a whole one with the half behind what is left out.
            var (rune, length) = RuneAt(text, at);
            if (!IsUnseen(text, at, rune))
            {
                seen.Append(rune.ToString());
                for (var i = 0; i < length; i++) places.Add(at + i);
            }

            at += length;
        }

        return new(seen.ToString(), [.. places]);
    }

    /// <summary>Where a sign stood in the text as it came.</summary>
    public int Place(int at) => places is null ? at : places[at];

    /// <summary>Whether something that nobody sees stood just before a sign.</summary>
    public bool IsSplit(int at) => places is not null && at > 0 && places[at] > places[at - 1] + 1;

    private static int FirstUnseen(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var (rune, length) = RuneAt(text, at);
            if (IsUnseen(text, at, rune)) return at;
            at += length;
        }

        return -1;
    }

    private static (Rune Rune, int Length) RuneAt(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) ? (rune, rune.Utf16SequenceLength) : (Rune.ReplacementChar, 1);

    private static bool IsUnseen(string text, int at, Rune rune) => rune.Value switch
    {
        '\r' => at + 1 < text.Length && text[at + 1] == '\n',
        // What else ends a line or moves to the next column.
        '\t' or '\n' or '\f' or 0x85 => false,
        < 0x20 or 0x7F => true,
        < 0x7F => false,
        // Soft hyphen, joiners, marks of direction, byte order mark. Marks ride on the digit before them: 3︎ with a variation selector is a 3.
        // What no font knows is a box or nothing at all.
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned,
    };
}
