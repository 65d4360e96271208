using System.Collections.Immutable;

namespace RolloutPortal.Domain.Accounts;

/// <content>What follows the municipality's identity provider.</content>
public sealed partial record Account
{
    /// <summary>By the table of claims; what somebody granted by hand stands apart, and stays.</summary>
    public ImmutableList<Grant> Mapped { get; init; } = [];

    /// <summary>With the roles that follow from it, or not at all: an account without any role lets nobody in.</summary>
    /// <param name="mapped">As <see cref="FollowClaims"/> has them.</param>
    /// <param name="onlyIfInvited">By the address alone, which is enough for an account that nobody has taken into use, and for no other.</param>
    public Decision<AccountEvent> LinkIdentity(IReadOnlyCollection<Grant> mapped, bool onlyIfInvited = false) =>
        Missing is { } missing ? missing
        : IsDisabled ? new Refusal(AccountRefusals.Disabled)
        : onlyIfInvited && !IsInvited ? new Refusal(AccountRefusals.InUse)
        : Grants.Count == 0 && mapped.Count == 0 ? new Refusal(AccountRefusals.RoleMissing)
        : InOrder([_ => new IdentityLinked(Id), account => account.Arrive(), account => account.FollowClaims(mapped)]);

    /// <summary>Which identity it was is the shell's, and that there is one. Roles that followed from its claims go with it.</summary>
    /// <param name="sessions">Those that began at the provider: they end.</param>
    public Decision<AccountEvent> UnlinkIdentity(IReadOnlyCollection<Guid> sessions) =>
        Missing is { } missing ? missing
        : InOrder(
        [
            _ => new IdentityUnlinked(Id),
            account => account.IsDisabled ? Decision<AccountEvent>.Nothing : account.FollowClaims([]),
            .. sessions.Select(session => (Func<Account, Decision<AccountEvent>>)(account => account.EndSession(session))),
        ]);

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
