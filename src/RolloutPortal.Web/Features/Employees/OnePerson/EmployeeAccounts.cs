using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>How far the viewer decides about a person's account. Scoped.</summary>
public sealed class EmployeeAccounts(ReadTables read, Viewer viewer, Places map)
{
    /// <summary>A link leads nowhere but to what opens: an account has a role within the reader's reach, somebody without one works there.</summary>
    /// <param name="account">Null: there is none.</param>
    public async Task<AccountReach> Reach(Guid? account, List<KnownPeriod> known, CancellationToken ct = default)
    {
        if (!await viewer.May(Permission.Administer, ct)) return AccountReach.None;
        var reach = await viewer.Locations(Permission.Administer, ct);
        if (account is null) return reach is null || known.Exists(row => row.RecordedTo is null && reach.Contains(row.Period.LocationId)) ? AccountReach.Invites : AccountReach.None;
        return new Reach((await viewer.SignedIn(ct)).Rights).Sees(await Roles(account.Value, ct)) ? AccountReach.Sees : AccountReach.None;
    }

    /// <summary>That account is in the viewer's hands, and may be linked.</summary>
    public async Task<bool> MayLink(Guid account, CancellationToken ct = default) =>
        await viewer.May(Permission.Administer, ct) && new Reach((await viewer.SignedIn(ct)).Rights).Holds(await Roles(account, ct));

    private async Task<List<Place?>> Roles(Guid account, CancellationToken ct)
    {
        var roles = new List<Place?>();
        foreach (var grant in await read.Where<GrantRow>("account_id = $1", ct, account))
            roles.Add(grant.ScopeId is { } at ? (await map.Under(at, ct))?.Whole : Place.Portal);
        return roles;
    }
}
