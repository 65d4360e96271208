using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Accounts.Desk.OneAccount;

/// <summary>What stands beside the log about one account: devices, and the link to a new password.</summary>
public sealed class AccountFacts(NpgsqlDataSource source, TimeProvider machine)
{
    /// <param name="Sessions">Devices that are signed in.</param>
    /// <param name="ResetUntil">Until when the newest link to a new password opens; machine time; null: there is none.</param>
    /// <param name="LockedUntil">Machine time; null: it is not.</param>
    /// <param name="LinkedAt">Since when its owner comes in by the municipality's sign-in; null: not.</param>
    public sealed record Found(int Sessions, DateTimeOffset? ResetUntil, DateTimeOffset? LockedUntil, bool HasPassword, DateTimeOffset? LinkedAt);

    public async Task<Found> Of(Guid accountId, CancellationToken ct = default) => (await source.Rows(
        """
        select
            (select count(*) from account_session where account_id = a.id and expires_at > $2),
            (select max(expires_at) from one_time_link where account_id = a.id and purpose = 'new-password' and used_at is null and expires_at > $2),
            case when locked_until > $2 then locked_until end,
            password_hash is not null,
            (select min(linked_at) from account_identity where account_id = a.id)
        from account a
        where a.id = $1
        """,
        row => new Found((int)row.GetInt64(0), row.Value<DateTimeOffset>(1), row.Value<DateTimeOffset>(2), row.GetBoolean(3), row.Value<DateTimeOffset>(4)), ct, accountId, machine.GetUtcNow()))[0];
}
