using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare.Bulk;

/// <summary>Who may be given tickets: whoever may triage where they happened.</summary>
public sealed class Assignees(ReadTables read, Places places, AccountDirectory accounts)
{
    private static readonly string[] Roles = [.. Enum.GetValues<Role>().Where(role => RoleTable.Allows(role, Permission.TriageTickets)).Select(role => role.ToString())];

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<Assignee>> For(IReadOnlyCollection<Guid> tickets, CancellationToken ct = default)
    {
        var at = (await places.OfTickets([.. tickets], ct)).Values.Select(place => place.Whole).ToList();
        var grants = await read.Query(
            """
            select g.account_id, g.role, g.scope_kind, g.scope_id, a.name
            from grant_row g
            join account_row r on r.account_id = g.account_id and not r.disabled
            join account a on a.id = g.account_id
            where g.role = any($1)
            """,
            row => (Account: row.GetGuid(0), Grant: new Grant(Enum.Parse<Role>(row.GetString(1)), Enum.Parse<ScopeKind>(row.GetString(2)), row.Value<Guid>(3)), Name: row.GetString(4)),
            ct, (object)Roles);
        return grants.GroupBy(one => (one.Account, one.Name))
            .Select(one => new Assignee(one.Key.Account, one.Key.Name, at.Count(place => one.Any(each => each.Grant.Covers(place)))))
            .Where(one => one.Reach > 0).ToList().ByName(one => one.Name);
    }

    public async Task<bool> MayHave(Guid account, Guid locationId, CancellationToken ct = default) =>
        await accounts.Find(account, ct) is { IsDisabled: false } who && await places.Under(PlaceKind.Location, locationId, ct) is { } at
        && who.Rights.May(Permission.TriageTickets, at.Whole);
}
