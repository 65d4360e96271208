using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Accounts.Desk.Granting;

/// <summary>A role that is to be given or taken, with what it means, before anybody decides.</summary>
/// <param name="Grant">Null while it is being chosen.</param>
/// <param name="Seen">The edition of the account that the form's user saw.</param>
public sealed record GrantPage(AccountPage Account, GrantChoice Choice, Grant? Grant, bool IsRemoval, long Seen)
{
    private const int MostNamed = 12;

    /// <summary>What others have decided since.</summary>
    public IReadOnlyList<HistoryLine> Since { get; init; } = [];

    public string Kind => IsRemoval ? "removal" : "grant";

    public string Action => IsRemoval ? $"{Account.Address}/grants/removal" : $"{Account.Address}/grants";

    public string Sentence => Account.Sentence(Grant!);

    public IEnumerable<Permission> Can => Enum.GetValues<Permission>().Where(permission => RoleTable.Allows(Grant!.Role, permission));

    public IEnumerable<Permission> Cannot => Enum.GetValues<Permission>().Where(permission => !RoleTable.Allows(Grant!.Role, permission));

    public IReadOnlyList<Scope> Locations { get => field ??= [.. Account.Scopes.LocationsIn(Grant!)]; }

    public IEnumerable<Scope> Named => Locations.Take(MostNamed);

    public int Unnamed => Math.Max(0, Locations.Count - MostNamed);

    public bool IsWhole => Grant!.ScopeKind is ScopeKind.Portal;

    public bool Administers => Grant!.Role is Role.Administrator;

    /// <summary>Nothing would change.</summary>
    public bool HasAlready => !IsRemoval && Account.State.Grants.Contains(Grant!);

    /// <summary>Another of the account's roles gives the same already, or goes on giving it.</summary>
    public Grant? Wider => Account.Line.Grants.FirstOrDefault(other => other != Grant && other.Role == Grant!.Role && Account.Scopes.PlaceOf(Grant) is { } place && other.Covers(place));

    /// <summary>A link that was handed over stops working.</summary>
    public bool EndsLink => !IsRemoval && (Account.State.InvitationId ?? Account.State.ResetLinkId) is not null;

    public bool IsLastRole => IsRemoval && Account.State is { Grants.Count: 1, Mapped.Count: 0 };

    /// <summary>The viewer takes their own administration away.</summary>
    public bool IsOwnWay => IsRemoval && Administers && Account.IsOneself;
}
