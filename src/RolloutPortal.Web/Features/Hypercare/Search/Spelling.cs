namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>Finds among words that are there the one that was probably meant: a letter too many, too few, another, or two that changed places.</summary>
public static class Spelling
{
    private const int Shortest = 4;
    private const int Long = 9;

    /// <summary>How many such slips a word may have; 0: it is too short to be anything but itself.</summary>
    public static int Slips(string word) => word.Length < Shortest ? 0 : word.Length < Long ? 1 : 2;

    /// <summary>Parts of a word, of two letters and more; nearly every word that was meant by it has one of them unchanged.</summary>
    public static IReadOnlyList<string> Pieces(string word)
    {
        var count = Math.Clamp(word.Length / 2, 1, (2 * Slips(word)) + 1);
        return [.. Enumerable.Range(0, count).Select(i => word[(i * word.Length / count)..((i + 1) * word.Length / count)])];
    }

    /// <summary>The nearest of the words, or of their beginnings: compounds are searched by their first part.</summary>
    /// <returns>The word itself when it is there; null when none is near enough. Of several, the more frequent.</returns>
    public static string? Nearest(string word, IEnumerable<string> words)
    {
        var slips = Slips(word);
        var near = words.GroupBy(other => other).SelectMany(other => Beginnings(other.Key, word.Length, slips).Select(beginning => (
                Text: beginning, Distance: Distance(word, beginning), IsPart: beginning.Length < other.Key.Length, Count: other.Count())))
            .Where(one => one.Distance <= slips).ToList();
        return near.OrderBy(one => one.Distance).ThenBy(one => one.IsPart).ThenByDescending(one => one.Count).ThenBy(one => one.Text, StringComparer.Ordinal)
            .Select(one => one.Text).FirstOrDefault();
    }

    /// <summary>Slips from one word to the other.</summary>
    public static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var same = one[i - 1] == other[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + same);
                var changedPlaces = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                if (changedPlaces) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[one.Length, other.Length];
    }

    private static IEnumerable<string> Beginnings(string word, int length, int slips)
    {
        for (var end = Math.Max(Shortest, length - slips); end <= Math.Min(word.Length, length + slips); end++)
            yield return word[..end];
    }
}
