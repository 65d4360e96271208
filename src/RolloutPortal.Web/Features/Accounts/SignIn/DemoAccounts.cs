using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Accounts.SignIn;

/// <summary>Whom a visitor of a demo can be without a password. Elsewhere nobody: the setting exists only where a scenario was loaded.</summary>
public sealed class DemoAccounts(Settings settings, ReadTables read, Clock clock)
{
    private static readonly string Sql = EmbeddedSql.Read("DemoAccounts.sql", typeof(DemoAccounts).Assembly);

    public async Task<bool> Exist(CancellationToken ct = default) => await settings.Get(Settings.DemoScenario, ct) is not null;

    /// <summary>By role, then from the widest scope to the narrowest; empty unless this is a demo.</summary>
    public async Task<IReadOnlyList<DemoAccount>> All(CancellationToken ct = default)
    {
        if (!await Exist(ct)) return [];
        var all = await read.Query(
            Sql, row => new DemoAccount(row.GetGuid(0), row.GetString(1), Grant(row), row.Text(5)), ct, clock.Now);
        return [.. all.OrderBy(one => one.Grant.Role).ThenBy(one => one.Grant.ScopeKind is ScopeKind.Portal ? -1 : (int)one.Grant.ScopeKind)];
    }

    /// <summary>Accounts with a password are somebody's own, on a demo too.</summary>
    public async Task<bool> Has(Guid accountId, CancellationToken ct = default) =>
        await Exist(ct) && (await read.Query(
            "select 1 from account where id = $1 and password_hash is null", row => row.GetInt32(0), ct, accountId)).Count > 0;

    private static Grant Grant(NpgsqlDataReader row) =>
        new(Enum.Parse<Role>(row.GetString(2)), Enum.Parse<ScopeKind>(row.GetString(3)), row.Value<Guid>(4));
}
