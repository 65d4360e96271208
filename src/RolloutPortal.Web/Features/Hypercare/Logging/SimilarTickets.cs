using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Logging;

/// <summary>An open ticket that may be about the same.</summary>
/// <param name="Words">The beginning of what was written.</param>
/// <param name="Age">Since it was logged.</param>
public sealed record SimilarTicket(Guid TicketId, Severity Severity, string Words, TicketStatus Status, TimeSpan Age);

/// <summary>Finds open tickets of one location that share a word or the module with what somebody is writing there.</summary>
public sealed class SimilarTickets(ReadTables read, Clock clock)
{
    /// <summary>More of them push the questions of the form out of sight.</summary>
    private const int Most = 2;

    private const int MostWords = 20;

    /// <summary>Shorter ones (<em>ikke</em>, <em>knap</em>) stand in every second ticket.</summary>
    private const int ShortestWord = 5;

    /// <summary>Those with most words in common first, then the newest; none before a word is written.</summary>
    public async Task<IReadOnlyList<SimilarTicket>> To(string words, Guid? moduleId, Guid locationId, CancellationToken ct = default)
    {
        var likes = Likes(words);
        if (likes.Length == 0) return [];
        return await read.Query(
            $"""
            select t.ticket_id, t.severity, left(x.body, 120), t.status, t.logged_at
            from ticket_row t
            join text x on x.id = t.text_id
            cross join lateral (select count(*) as shared from unnest($2::text[]) word where x.body ilike word) w
            where t.location_id = $1 and t.status in ('Open', 'Taken') and (w.shared > 0 or t.module_id = $3)
            order by w.shared desc, t.logged_at desc, t.ticket_id
            limit {Most}
            """,
            row => new SimilarTicket(row.GetGuid(0), Enum.Parse<Severity>(row.GetString(1)), row.GetString(2), Enum.Parse<TicketStatus>(row.GetString(3)), clock.Now - row.GetFieldValue<DateTimeOffset>(4)), ct,
            locationId, likes, (object?)moduleId ?? DBNull.Value);
    }

    private static string[] Likes(string words) =>
    [
        .. string.Concat(words.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ')
            .Where(word => word.Length >= ShortestWord).Distinct(StringComparer.CurrentCultureIgnoreCase).Take(MostWords).Select(word => $"%{word}%"),
    ];
}
