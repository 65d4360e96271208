using RolloutPortal.Web.Features.Hypercare.Lists;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>Finds the newest of the tickets that a filter asks for and that have the words of a search.</summary>
/// <remarks>Two ways lead there. Words that stand on many tickets are looked for newest first, until there are enough: the index would name each of
/// twenty thousand. Words that stand on few are asked of the index. A look at the newest says which of the two they are; either finds the same.</remarks>
public sealed class NewestHits(ReadTables read)
{
    private const int Looked = 200;

    /// <returns>Newest first, at most so many.</returns>
    public async Task<List<TicketHitRank>> Find(TicketConditions where, SearchCondition search, int most, CancellationToken ct = default)
    {
        var (words, rank) = search.Behind(where.Values.Length);
        object[] values = [.. where.Values, .. search.Values];
        var seen = (await read.Planned(Look(where.Sql, words), row => (Tickets: row.GetInt64(0), Hits: row.GetInt64(1)), ct, values))[0];
        var areMany = seen.Tickets < Looked || seen.Hits * 2 >= seen.Tickets;
        var sql = areMany ? OneByOne(where.Sql, words, rank, most) : ByIndex(where.Sql, words, rank, most);
        return await read.Planned(sql, row => new TicketHitRank(row.GetGuid(0), row.GetFloat(1)), ct, values);
    }

    private static string Look(string where, string words) => $"""
        select count(*), count(*) filter (where s.has)
        from (select t.ticket_id from ticket_row t where {where} order by t.logged_at desc, t.ticket_id limit {Looked}) t
        cross join lateral (select {words} as has from ticket_search s where s.ticket_id = t.ticket_id offset 0) s
        """;

    private static string OneByOne(string where, string words, string rank, int most) => $"""
        select t.ticket_id, s.rank
        from ticket_row t
        cross join lateral (select {rank} as rank from ticket_search s where s.ticket_id = t.ticket_id and {words} offset 0) s
        where {where}
        order by t.logged_at desc, t.ticket_id
        limit {most}
        """;

    // Each "offset 0" keeps the planner from reading all tickets to join them with a few.
    private static string ByIndex(string where, string words, string rank, int most) => $"""
        select n.ticket_id, s.rank
        from (
            select t.ticket_id, t.logged_at
            from (select s.ticket_id from ticket_search s where {words} offset 0) f
            cross join lateral (select t.ticket_id, t.logged_at from ticket_row t where t.ticket_id = f.ticket_id and {where} offset 0) t
            order by t.logged_at desc, t.ticket_id
            limit {most}) n
        cross join lateral (select {rank} as rank from ticket_search s where s.ticket_id = n.ticket_id offset 0) s
        order by n.logged_at desc, n.ticket_id
        """;
}

/// <summary>A ticket that a search found.</summary>
/// <param name="Rank">How well it fits, compared with the others: higher is better.</param>
public sealed record TicketHitRank(Guid TicketId, float Rank);
