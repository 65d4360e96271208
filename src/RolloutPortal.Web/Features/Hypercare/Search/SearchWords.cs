using System.Buffers;
using System.Text;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>What somebody typed into the search, as terms that must all be there (or must not).</summary>
public sealed record SearchWords(IReadOnlyList<SearchTerm> Terms)
{
    private const int MostTerms = 8;
    private const int LongestTerm = 100;

    private const string Quotes = "\"»«„“”";
    private const string Minuses = "-−–";
    private const string Ends = ".,;:!?()[]'’";

    private static readonly SearchValues<char> AnyQuote = SearchValues.Create(Quotes);

    /// <summary>Those that are looked for, not those that are left out.</summary>
    public IEnumerable<SearchTerm> Wanted => Terms.Where(term => !term.IsExcluded);

    /// <summary>As it would be typed.</summary>
    public string Typed => string.Join(' ', Terms.Select(term => $"{(term.IsExcluded ? "-" : "")}{(term.IsPhrase ? $"\"{term.Text}\"" : term.Text)}"));

    /// <summary>Null when nothing is searched for. A quote that was not closed yet goes on to the end.</summary>
    public static SearchWords? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        var terms = new List<SearchTerm>();
        var rest = Composed(typed).AsSpan().Trim();
        while (rest.Length > 0 && terms.Count < MostTerms)
        {
            var isExcluded = Minuses.Contains(rest[0], StringComparison.Ordinal) && rest.Length > 1 && !char.IsWhiteSpace(rest[1]);
            if (isExcluded) rest = rest[1..];
            var isPhrase = Quotes.Contains(rest[0], StringComparison.Ordinal);
            if (isPhrase) rest = rest[1..];
            var length = isPhrase ? rest.IndexOfAny(AnyQuote) : LengthOfWord(rest);
            if (length < 0) length = rest.Length;
            if (Plain(rest[..length], isPhrase) is { Length: > 0 } text) terms.Add(new SearchTerm(text, isPhrase, isExcluded));
            rest = rest[Math.Min(rest.Length, isPhrase ? length + 1 : length)..].TrimStart();
        }

        return terms.Count == 0 ? null : new SearchWords(terms);
    }

    private static int LengthOfWord(ReadOnlySpan<char> rest)
    {
        for (var i = 0; i < rest.Length; i++)
            if (char.IsWhiteSpace(rest[i]) || Quotes.Contains(rest[i], StringComparison.Ordinal)) return i;
        return rest.Length;
    }

    /// <remarks>A comma or a full stop behind a word was not meant; a per cent sign was.</remarks>
    private static string Plain(ReadOnlySpan<char> typed, bool isPhrase)
    {
        var text = isPhrase ? string.Join(' ', typed.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : typed.Trim(Ends).ToString();
        if (text.Length > LongestTerm) text = text[..LongestTerm];
        return text.Any(char.IsLetterOrDigit) || isPhrase ? text : text.Trim('-', '−', '–');
    }

    private static string Composed(string typed) => string.Concat(typed.EnumerateRunes()
        .Where(rune => Rune.IsWhiteSpace(rune) || !CleanText.IsUnsuitable(rune))
        .Select(rune => Rune.IsWhiteSpace(rune) ? " " : rune.ToString())).Normalize().ToLowerInvariant();
}
