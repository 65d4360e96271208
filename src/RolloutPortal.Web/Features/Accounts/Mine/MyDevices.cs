using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Accounts.Mine;

/// <summary>A device on which somebody is signed in. Machine time.</summary>
/// <param name="Name">As it calls itself; null: it says nothing that is known.</param>
/// <param name="LastSeen">To the nearest ten minutes.</param>
public sealed record MyDevice(Guid SessionId, string? Name, DateTimeOffset Opened, DateTimeOffset LastSeen, bool IsThis);

/// <summary>Reads them.</summary>
public sealed class MyDevices(NpgsqlDataSource source, TimeProvider machine)
{
    private const int Most = 100;

    /// <summary>This one first, then those seen last.</summary>
    /// <param name="here">This device's session.</param>
    public async Task<IReadOnlyList<MyDevice>> Of(Guid accountId, Guid? here, CancellationToken ct = default) => await source.Rows(
        """
        select id, device, opened_at, coalesce(last_seen_at, opened_at), id = $2
        from account_session
        where account_id = $1 and expires_at > $3
        order by id = $2 desc, coalesce(last_seen_at, opened_at) desc
        limit $4
        """,
        row => new MyDevice(
            row.GetGuid(0), row.Text(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3), row.GetBoolean(4)),
        ct, accountId, here ?? Guid.Empty, machine.GetUtcNow(), Most);
}
