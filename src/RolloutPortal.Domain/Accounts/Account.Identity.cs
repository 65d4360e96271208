using System.Collections.Immutable;

namespace RolloutPortal.Domain.Accounts;

/// <content>What follows the municipality's identity provider.</content>
public sealed partial record Account
{
    /// <summary>By the table of claims; what somebody granted by hand stands apart, and stays.</summary>
    public ImmutableList<Grant> Mapped { get; init; } = [];

    /// <param name="onlyIfInvited">By the address alone, which is enough for an account that nobody has taken into use, and for no other.</param>
    public Decision<AccountEvent> LinkIdentity(bool onlyIfInvited = false) =>
        Missing is { } missing ? missing
        : IsDisabled ? new Refusal(AccountRefusals.Disabled)
        : onlyIfInvited && !IsInvited ? new Refusal(AccountRefusals.InUse)
        : InOrder([_ => new IdentityLinked(Id), account => account.Arrive()]);

    /// <summary>Mapped roles become these: what no longer follows from the claims goes.</summary>
    /// <param name="mapped">What the table makes of the claims of this sign-in.</param>
    public Decision<AccountEvent> FollowClaims(IReadOnlyCollection<Grant> mapped)
    {
        if (Missing is { } missing) return missing;
        if (IsDisabled) return new Refusal(AccountRefusals.Disabled);
        if (mapped.Select(grant => grant.Check()).FirstOrDefault(refusal => refusal is not null) is { } unsuitable) return unsuitable;

        var gone = Mapped.Except(mapped).Select(grant => (AccountEvent)new RoleUnmapped(Id, grant.Role, grant.ScopeKind, grant.ScopeId));
        var come = mapped.Distinct().Except(Mapped).Select(grant => (AccountEvent)new RoleMapped(Id, grant.Role, grant.ScopeKind, grant.ScopeId));
        return gone.Concat(come).ToArray();
    }
}
