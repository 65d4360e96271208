namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>Finds in a text what somebody searches for, as the search itself finds it.</summary>
public sealed class Marker(SearchWords words, ILookup<string, string> stems)
{
    private readonly IReadOnlyList<SearchTerm> wanted = [.. words.Wanted];

    public Marked Mark(string text)
    {
        var hits = wanted.SelectMany(term => Hits(text, term, stems)).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.Length);
        var apart = new List<(int Start, int Length)>();
        foreach (var hit in hits)
        {
            if (apart.Count == 0 || hit.Start >= apart[^1].Start + apart[^1].Length) apart.Add(hit);
        }

        return new Marked(text, apart);
    }

    /// <summary>Which of the terms stand in it.</summary>
    public IEnumerable<SearchTerm> In(string text) => wanted.Where(term => IsIn(text, term, stems));

    /// <summary>Whether a term stands there, in whatever form.</summary>
    public static bool IsIn(string text, SearchTerm term, ILookup<string, string> stems) => Hits(text, term, stems).Any();

    private static IEnumerable<(int Start, int Length)> Hits(string text, SearchTerm term, ILookup<string, string> stems)
    {
        if (term.MayBePart)
        {
            for (var at = 0; (at = text.IndexOf(term.Text, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += term.Text.Length)
                yield return (at, term.Text.Length);
        }

        if (!term.IsWord) yield break;
        string[] beginnings = [term.Text, .. stems[term.Text]];
        foreach (var (start, length) in WordsOf(text))
        {
            if (beginnings.FirstOrDefault(beginning => string.Compare(text, start, beginning, 0, beginning.Length, StringComparison.OrdinalIgnoreCase) == 0) is { } found)
                yield return (start, found == term.Text ? found.Length : length);
        }
    }

    private static IEnumerable<(int Start, int Length)> WordsOf(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (end > start) yield return (start, end - start);
            start = end;
        }
    }
}
