namespace RolloutPortal.Domain.Accounts;

/// <summary>What can happen to the table from claims to roles. Stored for good.</summary>
public abstract record ClaimRuleEvent(Guid RuleId);

/// <summary>Whoever comes with this claim has this role.</summary>
/// <param name="ClaimType">As the identity provider writes it: <c>groups</c>.</param>
/// <param name="ScopeId">Null only for <see cref="ScopeKind.Portal"/>.</param>
public sealed record ClaimMapped(Guid RuleId, string ClaimType, string ClaimValue, Role Role, ScopeKind ScopeKind, Guid? ScopeId)
    : ClaimRuleEvent(RuleId);

public sealed record ClaimUnmapped(Guid RuleId) : ClaimRuleEvent(RuleId);
