namespace RolloutPortal.Domain.Accounts;

/// <summary>Where something stands: whoever's scope holds one of these reaches it.</summary>
/// <param name="ProviderId">The external provider that runs the location, if one does.</param>
public readonly record struct Place(Guid? ProgrammeId, Guid? AreaId, Guid? LocationId, Guid? ProviderId)
{
    /// <summary>The portal as a whole: only a scope of everything reaches it.</summary>
    public static Place Portal => default;
}

/// <summary>A role and how far it reaches.</summary>
/// <param name="ScopeId">Null only for <see cref="ScopeKind.Portal"/>.</param>
public sealed record Grant(Role Role, ScopeKind ScopeKind, Guid? ScopeId)
{
    /// <summary>Who has it decides who may do what, in the whole portal.</summary>
    public static Grant Everything { get; } = new(Role.Administrator, ScopeKind.Portal, ScopeId: null);

    /// <summary>A scope reaches what lies in it; it does not reach up to what it lies in.</summary>
    public bool Covers(Place place) => ScopeKind switch
    {
        ScopeKind.Portal => true,
        ScopeKind.Programme => Is(place.ProgrammeId),
        ScopeKind.Area => Is(place.AreaId),
        ScopeKind.Location => Is(place.LocationId),
        ScopeKind.Provider => Is(place.ProviderId),
        _ => false,
    };

    /// <summary>Whether there can be such a grant at all.</summary>
    public Refusal? Check() =>
        ScopeKind is ScopeKind.Portal != ScopeId is null ? new Refusal(AccountRefusals.ScopeMissing)
        // An external provider sees its own units and nothing else (scenarios.md §5): no other scope could say which those are.
        : Role is Role.ExternalProvider != ScopeKind is ScopeKind.Provider ? new Refusal(AccountRefusals.ScopeUnsuitable)
        : null;

    private bool Is(Guid? id) => id is not null && id == ScopeId;
}

/// <summary>What one account may do, and where.</summary>
public sealed record Rights(IReadOnlyCollection<Grant> Grants)
{
    public static Rights None { get; } = new([]);

    public bool May(Permission permission, Place place) => For(permission).Any(grant => grant.Covers(place));

    /// <summary>The whole portal, and so what belongs to no place in it.</summary>
    public bool AdministersAll => May(Permission.Administer, Place.Portal);

    /// <summary>At some place at least: enough to show a menu, never to show what stands behind it.</summary>
    public bool MaySomewhere(Permission permission) => For(permission).Any();

    /// <summary>The grants that give this permission; a list filters by their scopes.</summary>
    public IEnumerable<Grant> For(Permission permission) => Grants.Where(grant => RoleTable.Allows(grant.Role, permission));
}
