using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>An account as every request needs it: who, in which language, with which rights.</summary>
/// <param name="Stamp">Changes with password and disabling; a cookie with another stamp is no longer good.</param>
/// <param name="Language"><c>da</c>, <c>sv</c> or <c>en</c>; null: as the browser asks.</param>
public sealed record SignedInAccount(Guid Id, string Email, string Name, string? Language, string Stamp, bool IsDisabled, Rights Rights)
{
    /// <summary>The same for all who may do and see the same.</summary>
    public string RightsKey { get; } =
        string.Join(';', Rights.Grants.Select(grant => $"{grant.Role}/{grant.ScopeKind}/{grant.ScopeId}").Order(StringComparer.Ordinal));

    /// <summary>Those that have not ended.</summary>
    public IReadOnlySet<Guid> Sessions { get; init; } = new HashSet<Guid>();

    /// <summary>Whether what was granted to this account may stay open for what it has become.</summary>
    /// <param name="now">Null: there is no such account any more.</param>
    public bool MaySeeAs(SignedInAccount? now) => now is { IsDisabled: false } && now.Stamp == Stamp && now.RightsKey == RightsKey;
}
