using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Home;

/// <summary>What others did to one of somebody's tickets since they were last here: the last of it, and how much there was.</summary>
/// <param name="What">The stored name of the event.</param>
/// <param name="By">Null: the portal itself.</param>
/// <param name="Whose">Who got it.</param>
public sealed record Change(Guid TicketId, string What, DateTimeOffset At, Guid? By, Guid? Whose, Severity? Severity, int Count);

/// <summary>Reads what is new in the tickets that are somebody's: reported, theirs to solve, or at a place where they are superuser.</summary>
public sealed class News(ReadTables read, Places places, Visits visits)
{
    private const int Most = 20;

    /// <summary>More are not counted: whoever sees a whole programme and was away for months would wait for it on each page.</summary>
    private const int MostCounted = FrameNews.Most + 1;

    /// <summary>What is worth telling; a text or a photo that was deleted is not.</summary>
    private static readonly string[] Told =
    [
        .. new[]
        {
            typeof(TicketLogged), typeof(TicketTaken), typeof(TicketReleased), typeof(TicketCommented), typeof(TicketResolved), typeof(TicketReopened),
            typeof(TicketCorrected), typeof(TicketWithdrawn), typeof(SeverityChanged), typeof(PhotoAdded),
        }.Select(StoredName.Of),
    ];

    /// <summary>The tickets that changed, and the events that did it: $1 who, $2 since when, $3 their places, $4 what counts, $5 where they may see tickets.</summary>
    private const string Since =
        """
        with mine as (
            select t.ticket_id, t.last_changed_at, greatest($2, coalesce(s.seen_at, $2)) as since
            from ticket_row t
            left join ticket_seen s on s.account_id = $1 and s.ticket_id = t.ticket_id
            where t.last_changed_at > $2 and (t.reporter_id = $1 or t.assignee_id = $1 or t.location_id = any($3))
                and ($5::uuid[] is null or t.location_id = any($5)))
        """;

    // The tickets are asked one after the other, until there are enough.
    private const string LastChangedFirst = "(select * from mine order by last_changed_at desc, ticket_id offset 0) m";
    private const string InAnyOrder = "(select * from mine offset 0) m";

    private const string ByOthers =
        "e.stream_id = m.ticket_id and e.timestamp > m.since and e.type = any($4) and e.headers ->> 'by' is distinct from $1::text";

    /// <summary>Those that changed last; newest first.</summary>
    public async Task<IReadOnlyList<Change>> Of(SignedInAccount who, DateTimeOffset since, CancellationToken ct = default) => [.. (await read.Planned(
        $"""
        {Since}
        select m.ticket_id, n.type, n.timestamp, n.by, n.whose, n.severity, n.count
        from {LastChangedFirst}
        cross join lateral (
            select e.type, e.timestamp, (e.headers ->> 'by')::uuid as by, (e.data ->> 'AssigneeId')::uuid as whose, e.data ->> 'Severity' as severity, count(*) over () as count
            from mt_events e
            where {ByOthers}
            order by e.version desc
            limit 1) n
        limit {Most}
        """,
        row => new Change(
            row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.Value<Guid>(3), row.Value<Guid>(4),
            row.IsDBNull(5) ? null : Enum.Parse<Severity>(row.GetString(5)), (int)row.GetInt64(6)),
        ct, await Asked(who, since, ct))).OrderByDescending(change => change.At)];

    /// <summary>How many tickets, up to <see cref="MostCounted"/>; none before the first visit.</summary>
    public async Task<int> Count(SignedInAccount who, CancellationToken ct = default)
    {
        if (await visits.SeenUntil(who.Id, ct) is not { } since) return 0;
        var found = await read.Planned(
            $"{Since} select count(*) from (select from {InAnyOrder} cross join lateral (select from mt_events e where {ByOthers} limit 1) n limit {MostCounted}) counted",
            row => row.GetInt64(0), ct, await Asked(who, since, ct));
        return (int)found[0];
    }

    /// <summary>Where one is superuser; whoever may log everywhere has no place of their own.</summary>
    public async Task<Guid[]> PlacesOf(Rights rights, CancellationToken ct = default)
    {
        var grants = Grants(rights);
        if (grants.Count == 0) return [];
        var today = await places.Map(ct);
        return [.. today.Locations.Values.Where(place => grants.Any(grant => grant.Covers(place))).Select(place => place.LocationId!.Value)];
    }

    /// <summary>As in <c>data-topic</c>: what happens at one's places, and to oneself.</summary>
    public static string Topics(SignedInAccount who) => string.Join(
        ' ', Grants(who.Rights).Where(grant => grant.ScopeId is not null).Select(grant => $"hypercare/{grant.ScopeId}").Append($"account/{who.Id}"));

    private async Task<object[]> Asked(SignedInAccount who, DateTimeOffset since, CancellationToken ct) =>
    [
        who.Id, since, await PlacesOf(who.Rights, ct), Told, (object?)(await places.Where(who.Rights, Permission.SeeTickets, ct))?.ToArray() ?? DBNull.Value,
    ];

    private static List<Grant> Grants(Rights rights) => [.. rights.Grants.Where(grant => grant.Role is Role.Superuser)];
}
