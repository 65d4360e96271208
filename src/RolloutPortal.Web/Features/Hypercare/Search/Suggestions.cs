using System.Text.RegularExpressions;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>What somebody probably meant whose search found nothing. Its words come from tickets that they may see, and from no others.</summary>
public sealed partial class Suggestions(ReadTables read)
{
    private const int Texts = 200;

    /// <param name="locations">Where they look.</param>
    /// <returns>The search with other words; null when there are none nearer than those typed.</returns>
    public async Task<SearchWords?> For(SearchWords typed, Guid[] locations, CancellationToken ct = default)
    {
        var terms = new List<SearchTerm>();
        foreach (var term in typed.Terms)
            terms.Add(term is { IsWord: true, IsExcluded: false } && Spelling.Slips(term.Text) > 0 ? term with { Text = await Meant(term.Text, locations, ct) ?? term.Text } : term);
        return terms.SequenceEqual(typed.Terms) ? null : new SearchWords(terms);
    }

    /// <remarks>The texts that have most of its pieces are read; a spelling is sought in them, not in all.</remarks>
    private async Task<string?> Meant(string word, Guid[] locations, CancellationToken ct)
    {
        var where = new SqlConditions();
        where.Add("s.location_id = any({0})", (object)locations);
        var pieces = Spelling.Pieces(word).Select(piece => $"(s.words like {where.Use("{0}", $"%{piece}%")})").ToList();
        var texts = await read.Planned(
            $"""
            select left(s.words, 2000)
            from ticket_search s
            where {where.Sql} and ({string.Join(" or ", pieces)})
            order by {string.Join(" + ", pieces.Select(piece => $"{piece}::int"))} desc, s.ticket_id desc
            limit {Texts}
            """,
            row => row.GetString(0), ct, where.Values);
        return Spelling.Nearest(word, texts.SelectMany(text => Words().Matches(text).Select(match => match.Value)));
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]{4,}")]
    private static partial Regex Words();
}
