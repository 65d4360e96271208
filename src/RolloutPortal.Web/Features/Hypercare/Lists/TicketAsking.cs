using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Lists;

/// <summary>Turns a filter, a search and an order into what is asked of the tickets that the viewer may see. Scoped.</summary>
public sealed class TicketAsking(TicketLines lines, TicketSearch search, NewestHits hits, Suggestions suggestions, Places places, Viewer viewer, Clock clock)
{
    /// <summary>The order in which what fits a search best comes first: its default.</summary>
    public const string Best = "best";

    private const string Tie = "t.logged_at desc, t.ticket_id";

    /// <summary>For a page: of a search only the newest thousand are ordered by how well they fit, and only so many counted.</summary>
    public async Task<AskedTickets> Page(ProgrammeRow programme, TicketFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var (seen, asked, found, where) = await Ask(programme, filter, ct);
        if (found is null) return new AskedTickets(seen, null, where, Order(list), await lines.Count(where, ct));
        var newest = await hits.Find(where, found.Condition, TicketSearch.Most + 1, ct);
        if (newest.Count == 0) return new AskedTickets(seen, found, where, Order(list), Total: 0) { Ids = [], Meant = await Meant(found.Words, asked, where, ct) };
        var isMore = newest.Count > TicketSearch.Most;
        var counted = newest[..Math.Min(newest.Count, TicketSearch.Most)];
        var answer = new AskedTickets(seen, found, where, Order(list), counted.Count) { IsMore = isMore };
        if (list.Key == Best) return answer with { Ids = [.. counted.OrderByDescending(hit => hit.Rank).Select(hit => hit.TicketId)] };
        if (list.Sort == TicketFilter.NewestFirst) return answer with { Ids = [.. counted.Select(hit => hit.TicketId)] };
        return answer with { Where = isMore ? where.Holding(found.Condition) : where.Among([.. counted.Select(hit => hit.TicketId)]) };
    }

    /// <summary>For a file: those that the list can be paged through, in its order.</summary>
    public async Task<AskedTickets> All(ProgrammeRow programme, TicketFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var asked = await Page(programme, filter, list, ct);
        return asked.Ids is { } ids ? asked with { Order = asked.Where.InTheOrderOf([.. ids]) } : asked;
    }

    private static string Order(ListRequest list) => list.Key == Best ? Tie : list.OrderBy(TicketLines.Orders, Tie);

    /// <summary>Other words than those typed, when they would find something with the same filter.</summary>
    private async Task<string?> Meant(SearchWords typed, Guid[] locations, TicketConditions where, CancellationToken ct)
    {
        if (await suggestions.For(typed, locations, ct) is not { } meant) return null;
        var found = await search.Find(meant, locations, ct);
        return (await hits.Find(where, found.Condition, most: 1, ct)).Count > 0 ? meant.Typed : null;
    }

    private async Task<(HashSet<Guid> Seen, Guid[] Asked, FoundTickets? Found, TicketConditions Where)> Ask(ProgrammeRow programme, TicketFilter filter, CancellationToken ct)
    {
        var seen = await Seen(programme.ProgrammeId, ct);
        var asked = await Asked(filter, seen, ct);
        var found = SearchWords.Read(filter.Q) is { } words ? await search.Find(words, asked, ct) : null;
        return (seen, asked, found, new TicketConditions(filter, asked, (await viewer.SignedIn(ct)).Id, clock.Now, programme.TimeZone));
    }

    /// <summary>Locations of the programme that the viewer may see.</summary>
    public async Task<HashSet<Guid>> Seen(Guid programmeId, CancellationToken ct = default)
    {
        var may = await viewer.Locations(Permission.SeeTickets, ct);
        var found = await places.Under(PlaceKind.Programme, programmeId, ct);
        return [.. found!.Parts.Select(part => part.LocationId!.Value).Where(id => may?.Contains(id) != false)];
    }

    /// <summary>Of those, the ones in the place, the area and the wave that the filter names.</summary>
    private async Task<Guid[]> Asked(TicketFilter filter, HashSet<Guid> seen, CancellationToken ct)
    {
        IEnumerable<Guid> asked = seen;
        foreach (var (kind, id) in new[] { (PlaceKind.Location, filter.Location), (PlaceKind.Area, filter.Area), (PlaceKind.Wave, filter.Wave) })
        {
            if (id is not { } place) continue;
            var parts = (await places.Under(kind, place, ct))?.Parts ?? [];
            asked = asked.Intersect(parts.Select(part => part.LocationId!.Value));
        }

        return [.. asked];
    }
}

/// <summary>What is asked of the tickets, and how many there are.</summary>
/// <param name="Seen">Locations of the programme that the viewer may see.</param>
/// <param name="Found">What the filter's words found; null when it has none.</param>
/// <param name="Order">What stands behind <c>order by</c>; total.</param>
/// <param name="Total">Of those that can be paged through.</param>
public sealed record AskedTickets(HashSet<Guid> Seen, FoundTickets? Found, TicketConditions Where, string Order, int Total)
{
    /// <summary>There are more than those.</summary>
    public bool IsMore { get; init; }

    /// <summary>What was probably meant where nothing was found, as it would be typed.</summary>
    public string? Meant { get; init; }

    /// <summary>All of them in their order, where it is known; null: conditions and order say which.</summary>
    public IReadOnlyList<Guid>? Ids { get; init; }
}
