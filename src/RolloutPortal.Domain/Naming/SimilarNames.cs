namespace RolloutPortal.Domain.Naming;

/// <summary>Names that are probably one, spelled in two ways: what a file would create beside what is there. A person decides (here).</summary>
public static class SimilarNames
{
    /// <summary>A word of fewer letters is another word when one of them differs: <c>Nord</c>, <c>Øst</c>, <c>A</c>.</summary>
    private const int ShortestWord = 5;

    private const int LettersPerSlip = 5;

    /// <summary>Each with the first of the others that it resembles; a pair stands once.</summary>
    /// <param name="fresh">What would be created.</param>
    /// <param name="known">What is there.</param>
    public static IReadOnlyList<(string Name, string Other)> Pairs(IReadOnlyList<string> fresh, IReadOnlyList<string> known) =>
    [
        .. fresh.Select((name, at) => (Name: name, Other: known.Concat(fresh.Take(at)).FirstOrDefault(other => Are(name, other))))
            .Where(pair => pair.Other is not null).Select(pair => (pair.Name, pair.Other!)),
    ];

    /// <summary>Word by word they are the same but for a letter in five, or the longer one goes on where the other ends: <c>Ældre</c>, <c>Ældreområdet</c>.</summary>
    public static bool Are(string name, string other)
    {
        var (words, others) = (Words(name), Words(other));
        return words.Length == others.Length && words.Zip(others).All(pair => AreWords(pair.First, pair.Second));
    }

    private static string[] Words(string name) => name.ToUpperInvariant().Split([' ', '-', '/', ','], StringSplitOptions.RemoveEmptyEntries);

    private static bool AreWords(string word, string other)
    {
        if (word == other) return true;
        var shorter = Math.Min(word.Length, other.Length);
        if (shorter < ShortestWord || word.Concat(other).Any(char.IsDigit)) return false;
        return word.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(word, StringComparison.Ordinal) || Slips(word, other) <= shorter / LettersPerSlip;
    }

    /// <summary>Letters left out, put in or exchanged, the fewest that make one of the other (Levenshtein).</summary>
    private static int Slips(string word, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= word.Length; i++)
        {
            var corner = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (word[i - 1] == other[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[^1];
    }
}
