using Microsoft.Extensions.Localization;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts.Desk;

/// <summary>Reads accounts as far as somebody reaches.</summary>
public sealed class AccountLines(ReadTables read, TimeProvider machine, IStringLocalizer<SharedTexts> shared)
{
    private static readonly string Sql = EmbeddedSql.Read("AccountLines.sql", typeof(AccountLines).Assembly);

    /// <summary>All that are in reach, in no order.</summary>
    public Task<IReadOnlyList<AccountLine>> All(Reach reach, ScopeMap scopes, CancellationToken ct = default) => Read(null, reach, scopes, ct);

    /// <summary>Null where there is none in reach: the two are not told apart.</summary>
    public async Task<AccountLine?> Find(Guid id, Reach reach, ScopeMap scopes, CancellationToken ct = default) =>
        await Read(id, reach, scopes, ct) is [var line] ? line : null;

    private async Task<IReadOnlyList<AccountLine>> Read(Guid? id, Reach reach, ScopeMap scopes, CancellationToken ct)
    {
        var rows = await read.Query(Sql, Line, ct, machine.GetUtcNow(), new NpgsqlParameter { Value = id ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        var grants = (id is { } one ? await read.Where<GrantRow>("account_id = $1", ct, one) : await read.All<GrantRow>(ct)).ToLookup(row => row.AccountId, row => row.ToGrant());
        return [.. rows.Select(line => Seen(line, [.. grants[line.Id].Distinct().OrderBy(grant => grant.Role).ThenBy(grant => grant.ScopeKind)], reach, scopes)).OfType<AccountLine>()];
    }

    private static AccountLine? Seen(AccountLine line, List<Grant> grants, Reach reach, ScopeMap scopes)
    {
        var places = grants.ConvertAll(scopes.PlaceOf);
        if (!reach.Sees(places)) return null;
        var own = grants.FindAll(grant => reach.Gives(scopes.PlaceOf(grant)));
        return line with { Grants = own, GrantsElsewhere = grants.Count - own.Count, IsHeld = !line.IsErased && reach.Holds(places) };
    }

    private AccountLine Line(NpgsqlDataReader row) => new(
        row.GetGuid(0), AccountName.Read(row, 1, shared)!, row.GetBoolean(10) ? "" : row.GetString(2), row.Text(3), Enum.Parse<AccountState>(row.GetString(4)),
        row.Value<DateTimeOffset>(5), row.Value<DateTimeOffset>(6), row.GetFieldValue<DateTimeOffset>(7), row.Value<Guid>(8), row.GetBoolean(9), row.GetBoolean(10));
}
