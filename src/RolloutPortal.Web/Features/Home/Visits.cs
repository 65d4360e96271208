using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Home;

/// <summary>Up to when somebody has seen what happens to their tickets: the same on a phone and at a desk.</summary>
/// <remarks>Beside the log, and written seldom: a visit that goes on every five minutes, an opened ticket when there was something new in it.</remarks>
public sealed class Visits(NpgsqlDataSource source, Clock clock)
{
    /// <summary>Whoever comes back after this long comes anew.</summary>
    private const string Away = "30 minutes";

    private const string Seldom = "5 minutes";

    /// <summary>Somebody opens their page.</summary>
    /// <returns>When they were here before; at the first time: now.</returns>
    public async Task<DateTimeOffset> Come(Guid account, CancellationToken ct = default)
    {
        await source.Execute(
            $"""
            insert into account_visit (account_id, seen_until, last_at)
            values ($1, $2, $2)
            on conflict (account_id) do update set
                seen_until = case when account_visit.last_at < $2 - interval '{Away}' then account_visit.last_at else account_visit.seen_until end,
                last_at = $2
            where account_visit.last_at < $2 - interval '{Seldom}'
            """, ct, account, clock.Now);
        return (await SeenUntil(account, ct))!.Value;
    }

    /// <summary>Null before the first visit.</summary>
    public async Task<DateTimeOffset?> SeenUntil(Guid account, CancellationToken ct = default) =>
        await source.Rows("select seen_until from account_visit where account_id = $1", row => row.GetFieldValue<DateTimeOffset>(0), ct, account) is [var until] ? until : null;

    /// <summary>All there is has been seen; what was opened since need not be known any more.</summary>
    public async Task SeeAll(Guid account, CancellationToken ct = default)
    {
        await source.Execute("update account_visit set seen_until = $2, last_at = greatest(last_at, $2) where account_id = $1", ct, account, clock.Now);
        await source.Execute("delete from ticket_seen where account_id = $1", ct, account);
    }

    /// <summary>Somebody opens a ticket. Nothing is written for those who have no page of their own, or saw it already.</summary>
    public Task See(Guid account, Guid ticket, CancellationToken ct = default) => source.Execute(
        """
        insert into ticket_seen (account_id, ticket_id, seen_at)
        select v.account_id, t.ticket_id, $3
        from account_visit v
        join ticket_row t on t.ticket_id = $2 and t.last_changed_at > v.seen_until
        where v.account_id = $1
            and not exists (select from ticket_seen s where s.account_id = $1 and s.ticket_id = $2 and s.seen_at >= t.last_changed_at)
        on conflict (account_id, ticket_id) do update set seen_at = excluded.seen_at
        """, ct, account, ticket, clock.Now);
}
