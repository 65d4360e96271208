namespace RolloutPortal.Domain.Accounts;

/// <summary>Which accounts an administrator reaches, and how far: by the places where those accounts have their roles.</summary>
/// <remarks>Here and not in <see cref="RoleTable"/>: it needs to know the account, not only the administrator.</remarks>
public readonly record struct Reach(Rights Rights)
{
    /// <summary>Every account there is, also those without a role.</summary>
    public bool IsEverywhere => Rights.AdministersAll;

    /// <summary>Any role there, also one's own kind: whoever administers a place decides who may do what in it, and nowhere above it.</summary>
    /// <param name="place">Null: the place is there no longer.</param>
    public bool Gives(Place? place) => IsEverywhere || (place is { } there && Rights.May(Permission.Administer, there));

    /// <summary>The account stands in the list, with the roles that are in reach.</summary>
    public bool Sees(IEnumerable<Place?> roles)
    {
        var reach = this;
        return IsEverywhere || roles.Any(reach.Gives);
    }

    /// <summary>The account as a whole is in their hands: links, sessions, disabling. A link to the password of somebody who may more
    /// elsewhere would be a way up.</summary>
    public bool Holds(IReadOnlyCollection<Place?> roles)
    {
        var reach = this;
        return IsEverywhere || (roles.Count > 0 && roles.All(reach.Gives));
    }
}
