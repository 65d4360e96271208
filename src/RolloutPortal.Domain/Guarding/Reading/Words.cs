namespace RolloutPortal.Domain.Guarding.Reading;

/// <summary>The words of a text as it is seen, and which of them announce a person's number.</summary>
internal sealed class Words
{
    private const int Near = 3;

    private static readonly HashSet<string> Announcing = new(StringComparer.OrdinalIgnoreCase)
    {
        "cpr", "cprnr", "cpr-nr", "cprnummer", "cpr-nummer", "cprnummeret", "cpr-nummeret", "personnr", "person-nr",
        "personnummer", "personnummeret", "fødselsnummer", "fødselsnummeret", "fnr",
        "borger", "borgers", "borgeren", "borgerens", "borgere", "borgeres", "borgerne", "borgernes",
    };

    private readonly List<(int Start, int End, bool Announces)> words = [];

    public Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = WordEnd(text, at);
            if (end > at) words.Add((at, end, IsAnnouncing(text.AsSpan(at, end - at))));
            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>Whether one of the three words before or after a stretch of the text announces a number.</summary>
    public bool AreNear(int from, int to)
    {
        var before = words.FindLastIndexBelow(from);
        for (var i = before; i > before - Near && i >= 0; i--)
            if (words[i].Announces) return true;

        var after = words.FindLastIndexBelow(to) + 1;
        for (var i = after; i < after + Near && i < words.Count; i++)
            if (words[i].Announces) return true;

        return false;
    }

    /// <summary>Letters, or digits; a hyphen joins letters, so that "cpr-kontoret" is another word and "cpr-3112…" is not.</summary>
    private static int WordEnd(string text, int at)
    {
        var end = at;
        if (char.IsDigit(text[at]))
            while (end < text.Length && char.IsDigit(text[end])) end++;
        else
            while (end < text.Length && (char.IsLetter(text[end]) || JoinsLetters(text, end))) end++;

        return end;
    }

    private static bool JoinsLetters(string text, int at) =>
        text[at] is '-' or '\u2010' or '\u2011'
        && at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    private static bool IsAnnouncing(ReadOnlySpan<char> word)
    {
        // "fødselsnummeret" is the longest. None of the words has a letter that could be written in two parts.
        if (word.Length > 15) return false;
        var plain = word.ToString().Replace('\u2010', '-').Replace('\u2011', '-');
        return Announcing.Contains(plain);
    }
}

file static class WordSearch
{
    /// <summary>The last word that begins before a position; -1 when none does.</summary>
    public static int FindLastIndexBelow(this List<(int Start, int End, bool Announces)> words, int position)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].Start < position) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}
