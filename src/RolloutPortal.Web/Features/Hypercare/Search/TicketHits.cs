using Microsoft.Extensions.Localization;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Hypercare.Lists;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>Where on a ticket the search found something.</summary>
/// <param name="Words">The beginning of the problem, or the part of it that has the hit.</param>
/// <param name="Source">The key of the text that names where else: a comment, what solved it, a reason, the cause; null when the problem says it all.</param>
public sealed record TicketHit(Marked Words, Marked Place, string? Source, Marked? Elsewhere);

/// <summary>Reads, for a page of tickets, the texts in which they were found.</summary>
public sealed class TicketHits(ReadTables read, IStringLocalizer<SharedTexts> shared)
{
    private const int Shown = 200;

    private static readonly string Texts = EmbeddedSql.Read("TicketTexts.sql", typeof(TicketHits).Assembly);

    public async Task<List<TicketLine>> Show(IReadOnlyList<TicketLine> lines, Marker marker, CancellationToken ct = default)
    {
        var rows = await read.Query(
            $"{Texts} order by e.version desc", row => (Ticket: row.GetGuid(0), Type: row.GetString(2), Body: row.GetString(4)), ct,
            lines.Select(line => line.TicketId).ToArray());
        var texts = rows.ToLookup(row => row.Ticket, row => (row.Type, row.Body));
        return [.. lines.Select(line => line with { Hit = Of(line, [.. texts[line.TicketId]], marker) })];
    }

    /// <remarks>What the problem's own words or the place have need not be shown again from elsewhere.</remarks>
    private TicketHit Of(TicketLine line, (string Type, string Body)[] texts, Marker marker)
    {
        var problem = texts.FirstOrDefault(text => IsProblem(text.Type)).Body;
        var words = marker.Mark(problem ?? "");
        var beginning = words.Cut(0, Shown);
        var shown = beginning.HasHits || !words.HasHits ? beginning : words.Around(Shown);
        var seen = marker.In(shown.Text).Concat(marker.In(line.LocationName)).ToHashSet();
        IEnumerable<(string Source, string Body)> others = texts.Where(text => !IsProblem(text.Type)).Select(text => (SourceOf(text.Type), text.Body));
        if (line.Cause is { } cause) others = others.Append(("source.cause", shared.Of(cause)));
        var (source, body, found) = others
            .Select(text => (text.Source, text.Body, Found: marker.In(text.Body).Count(term => !seen.Contains(term))))
            .OrderByDescending(text => text.Found).FirstOrDefault();
        return new TicketHit(
            shown, marker.Mark(line.LocationName), found > 0 ? source : null, found > 0 ? marker.Mark(body).Around(Shown) : null);
    }

    private static bool IsProblem(string type) => type is "ticket_logged" or "ticket_corrected";

    private static string SourceOf(string type) => type switch
    {
        "ticket_commented" => "source.comment",
        "ticket_resolved" => "source.solution",
        _ => "source.reason",
    };
}
