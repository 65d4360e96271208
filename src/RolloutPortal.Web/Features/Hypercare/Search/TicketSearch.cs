using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Hypercare.Words;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>Turns what somebody typed into what is looked for: on tickets, in the names of places, among numbers.</summary>
public sealed class TicketSearch(ReadTables read, Clock clock, CauseNames causes)
{
    /// <summary>More are found and not counted.</summary>
    public const int Most = 1_000;

    /// <param name="locations">Where to look: those that are asked for and may be seen.</param>
    public async Task<FoundTickets> Find(SearchWords words, Guid[] locations, CancellationToken ct = default)
    {
        var (stems, leftOut) = await Stems(words, ct);
        return new FoundTickets(words, stems, SearchCondition.Of(words, stems, leftOut, new NamedByTerm(await Locations(words, locations, ct), await Numbered(words, ct), causes.With(words, stems))));
    }

    /// <returns>Stems by word; and by word the languages that leave it out of every text.</returns>
    private async Task<(ILookup<string, string> Stems, ILookup<string, string> LeftOut)> Stems(SearchWords words, CancellationToken ct)
    {
        var rows = await read.Query(
            """
            select w.word, l.language, s.stem
            from unnest($1) w(word)
            cross join lateral (
                values ('da', ts_lexize('danish_stem', w.word)), ('sv', ts_lexize('swedish_stem', w.word)), ('en', ts_lexize('english_stem', w.word))
            ) l(language, stems)
            left join lateral unnest(l.stems) s(stem) on true
            """,
            row => (Word: row.GetString(0), Language: row.GetString(1), Stem: row.Text(2)), ct, (object)words.Terms.Where(term => term.IsWord).Select(term => term.Text).Distinct().ToArray());
        return (
            rows.Where(row => row.Stem is not null).Select(row => (row.Word, Stem: row.Stem!)).Distinct().ToLookup(row => row.Word, row => row.Stem),
            rows.Where(row => row.Stem is null).ToLookup(row => row.Word, row => row.Language));
    }

    private async Task<ILookup<string, Guid>> Locations(SearchWords words, Guid[] locations, CancellationToken ct)
    {
        var places = await read.Query(
            "select l.location_id, l.name, l.code, l.area from location_period_row l where l.location_id = any($1) and l.shown_from <= $2 and l.shown_to > $2",
            row => (Id: row.GetGuid(0), Names: $"{row.GetString(1)}\n{row.GetString(2)}\n{row.GetString(3)}".ToLowerInvariant()), ct, locations, clock.Now);
        return words.Terms.Where(term => term.Text.Length > 1)
            .SelectMany(term => places.Where(place => place.Names.Contains(term.Text, StringComparison.Ordinal)).Select(place => (term.Text, place.Id)))
            .Distinct().ToLookup(found => found.Text, found => found.Id);
    }

    private async Task<ILookup<string, Guid>> Numbered(SearchWords words, CancellationToken ct)
    {
        var whole = words.Terms.Select(term => (term.Text, Number: TicketNumber.Read(term.Text)!)).Where(typed => typed.Number is not null).ToHashSet();
        var halves = words.Terms.Select(term => (term.Text, Half: TicketNumber.ReadHalf(term.Text)!)).Where(typed => typed.Half is not null).ToHashSet();
        if (whole.Count + halves.Count == 0) return Array.Empty<Guid>().ToLookup(_ => "");
        var rows = await read.Query(
            "select number, ticket_id from ticket_row where number = any($1) or left(number, 4) = any($2) or right(number, 4) = any($2)",
            row => (Number: row.GetString(0), Id: row.GetGuid(1)), ct, whole.Select(typed => typed.Number).ToArray(), halves.Select(typed => typed.Half).ToArray());
        return rows
            .SelectMany(row => whole.Where(typed => typed.Number == row.Number).Select(typed => (typed.Text, row.Id))
                .Concat(halves.Where(typed => row.Number.StartsWith(typed.Half, StringComparison.Ordinal) || row.Number.EndsWith(typed.Half, StringComparison.Ordinal))
                    .Select(typed => (typed.Text, row.Id))))
            .ToLookup(found => found.Text, found => found.Id);
    }
}

/// <summary>What a search looks for.</summary>
/// <param name="Stems">Of its words.</param>
public sealed record FoundTickets(SearchWords Words, ILookup<string, string> Stems, SearchCondition Condition);
