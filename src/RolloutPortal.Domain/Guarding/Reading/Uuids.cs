namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>Ids in the form 8-4-4-4-12: hexadecimal digits that are nobody's number.</summary>
internal static class Uuids
{
    public const int Length = 36;

    public static bool StartsAt(string text, int at)
    {
        // The hyphens first: nearly every place is ruled out by one look.
        if (at + Length > text.Length || text[at + 8] != '-' || text[at + 13] != '-' || text[at + 18] != '-' || text[at + 23] != '-')
            return false;

        for (var i = 0; i < Length; i++)
            if (i is not (8 or 13 or 18 or 23) && !char.IsAsciiHexDigit(text[at + i])) return false;

        return !IsPart(text, at - 1) && !IsPart(text, at + Length);
    }

    private static bool IsPart(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);
}
