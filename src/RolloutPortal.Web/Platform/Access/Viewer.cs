using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>The person who looks at this request; null rights when nobody is signed in. Scoped.</summary>
public sealed class Viewer(IHttpContextAccessor http, AccountDirectory accounts, Places places)
{
    private SignedInAccount? account;

    /// <summary>Null when nobody is signed in.</summary>
    public async Task<SignedInAccount?> Account(CancellationToken ct = default)
    {
        if (account is null && Actor.AccountId(http.HttpContext?.User) is { } id) account = await accounts.Find(id, ct);
        return account;
    }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the endpoint lacks a policy.</exception>
    public async Task<SignedInAccount> SignedIn(CancellationToken ct = default) =>
        await Account(ct) ?? throw new InvalidOperationException("Nobody is signed in.");

    public async Task<bool> May(Permission permission, CancellationToken ct = default) =>
        (await Account(ct))?.Rights.MaySomewhere(permission) == true;

    /// <summary>Whether this permission is had for the whole of a place.</summary>
    public async Task<bool> May(Permission permission, Guid placeId, CancellationToken ct = default) =>
        await Account(ct) is { } who && await places.Under(placeId, ct) is { } found && who.Rights.May(permission, found.Whole);

    /// <summary>The locations where this permission is had; null: all.</summary>
    public async Task<IReadOnlySet<Guid>?> Locations(Permission permission, CancellationToken ct = default) =>
        await places.Where((await SignedIn(ct)).Rights, permission, ct);
}
