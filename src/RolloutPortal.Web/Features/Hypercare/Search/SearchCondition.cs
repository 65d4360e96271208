using System.Globalization;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>Terms as SQL over <c>ticket_search s</c>, with <c>{0}</c> … for its values.</summary>
/// <param name="Rank">How well a row fits: an expression that is higher for a better one, over the same values; null when there is nothing to
/// weigh.</param>
public sealed record SearchCondition(string Sql, IReadOnlyList<object> Values, string? Rank)
{
    /// <param name="stems">Of a word, in the languages of the portal.</param>
    /// <param name="leftOut">The languages in whose texts a word is everywhere (<em>på</em>, <em>ikke</em>), and is not indexed.</param>
    /// <param name="named">What has the term in its name.</param>
    public static SearchCondition Of(SearchWords words, ILookup<string, string> stems, ILookup<string, string> leftOut, NamedByTerm named)
    {
        var isAllThereIs = words.Wanted.All(IsLeftOut);
        var (conditions, wanted, values) = (new List<string>(), new List<string>(), new List<object>());
        foreach (var term in words.Terms)
        {
            var ways = new List<string>();
            if (term.IsWord && Query(term, stems[term.Text]) is { } query)
            {
                if (!term.IsExcluded) wanted.Add(query);
                ways.Add($"s.vector @@ {Value(query)}::tsquery");
            }

            // Too short to be looked for as a part of words, and in no index: beside other words it hinders nothing, alone it is read from the text.
            if (IsLeftOut(term))
                ways.Add($"s.language = any({Value(leftOut[term.Text].ToArray())})" + (isAllThereIs || term.IsExcluded ? $" and s.words collate \"und-x-icu\" ~ {Value($@"\m{term.Text}\M")}" : ""));

            if (term.MayBePart) ways.Add($"s.words like {Value(LikePattern.Part(term.Text))}");
            if (named.Locations[term.Text].ToArray() is { Length: > 0 } there) ways.Add($"s.location_id = any({Value(there)})");
            // Of an open ticket it is unknown, and what is not known would not be left out either.
            if (named.Causes[term.Text].ToArray() is { Length: > 0 } causes) ways.Add($"{(term.IsExcluded ? "s.cause is not null and " : "")}s.cause = any({Value(causes)})");
            if (named.Tickets[term.Text].ToArray() is { Length: > 0 } numbered) ways.Add($"s.ticket_id = any({Value(numbered)})");
            conditions.Add($"{(term.IsExcluded ? "not " : "")}({string.Join(" or ", ways)})");
        }

        var rank = wanted.Count == 0 ? null : $"ts_rank(s.vector, {Value(string.Join(" | ", wanted))}::tsquery)";
        return new SearchCondition(string.Join(" and ", conditions), values, rank);

        bool IsLeftOut(SearchTerm term) => !term.MayBePart && leftOut[term.Text].Any();

        string Value(object value)
        {
            values.Add(value);
            return $"{{{values.Count - 1}}}";
        }
    }

    /// <summary>As SQL behind so many other values.</summary>
    public (string Sql, string Rank) Behind(int others)
    {
        object[] numbers = [.. Enumerable.Range(others + 1, Values.Count).Select(number => (object)string.Create(CultureInfo.InvariantCulture, $"${number}"))];
        return (string.Format(CultureInfo.InvariantCulture, Sql, numbers), string.Format(CultureInfo.InvariantCulture, Rank ?? "0::real", numbers));
    }

    /// <summary>Words that begin as this one does, or as its stem.</summary>
    private static string? Query(SearchTerm term, IEnumerable<string> stems)
    {
        string[] beginnings = [.. stems.Append(term.Text).Distinct().Where(word => word.Length >= 2 || word == term.Text)];
        return beginnings.Length == 0 ? null : $"({string.Join(" | ", beginnings.Select(word => $"'{word.Replace("'", "''", StringComparison.Ordinal)}':*"))})";
    }
}

/// <summary>What terms name beside words of texts.</summary>
/// <param name="Locations">With the term in name, code or area.</param>
/// <param name="Tickets">With it as number.</param>
/// <param name="Causes">With it in what the cause is called, in a language of the portal; as stored.</param>
public sealed record NamedByTerm(ILookup<string, Guid> Locations, ILookup<string, Guid> Tickets, ILookup<string, string> Causes);
