using System.Collections.Immutable;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Accounts;

/// <summary>Something that the identity provider says of a person: <c>groups</c> = <c>domus-leaders</c>. A list is several of them.</summary>
public sealed record PresentedClaim(string Type, string Value);

/// <summary>Whoever comes with this claim has this role. Type and value are compared letter by letter.</summary>
public sealed record ClaimRule(Guid RuleId, string ClaimType, string ClaimValue, Grant Grant)
{
    public bool Fits(PresentedClaim claim) => claim.Type == ClaimType && claim.Value == ClaimValue;
}

/// <summary>The table from claims to roles and scopes that an administrator edits. One stream: no rule stands there twice.</summary>
public sealed record ClaimRules(ImmutableList<ClaimRule> Rules) : IState<ClaimRules, ClaimRuleEvent>
{
    public const int Longest = 200;

    public const int Most = 500;

    /// <summary>There is one table.</summary>
    public static Guid StreamId { get; } = new("6f1d0c1e-7a52-4e0b-9a3e-0d6c7a1b5e01");

    public static ClaimRules Initial { get; } = new([]);

    /// <summary>The same rule sent twice changes nothing.</summary>
    public Decision<ClaimRuleEvent> Add(Guid ruleId, string? type, string? value, Grant grant)
    {
        if (Clean(type) is not { } cleanType) return new Refusal(ClaimRuleRefusals.TypeUnsuitable, Longest);
        if (Clean(value) is not { } cleanValue) return new Refusal(ClaimRuleRefusals.ValueUnsuitable, Longest);
        if (grant.Check() is { } unsuitable) return unsuitable;

        var rule = new ClaimRule(ruleId, cleanType, cleanValue, grant);
        if (Rules.Contains(rule)) return Decision<ClaimRuleEvent>.Nothing;
        if (Rules.Exists(other => other with { RuleId = ruleId } == rule)) return new Refusal(ClaimRuleRefusals.Exists);
        if (Rules.Exists(other => other.RuleId == ruleId)) return new Refusal(CommonRefusals.IdTaken);
        if (Rules.Count >= Most) return new Refusal(ClaimRuleRefusals.TooMany, Most);
        return new ClaimMapped(ruleId, cleanType, cleanValue, grant.Role, grant.ScopeKind, grant.ScopeId);
    }

    public Decision<ClaimRuleEvent> Remove(Guid ruleId) =>
        Rules.Exists(rule => rule.RuleId == ruleId) ? new ClaimUnmapped(ruleId) : Decision<ClaimRuleEvent>.Nothing;

    /// <summary>What these claims give, each grant once, in the order of the table.</summary>
    public IReadOnlyList<Grant> GrantsOf(IReadOnlyCollection<PresentedClaim> claims) =>
        [.. Rules.Where(rule => claims.Any(rule.Fits)).Select(rule => rule.Grant).Distinct()];

    public ClaimRules Apply(ClaimRuleEvent @event) => @event switch
    {
        ClaimMapped e => new(Rules.Add(new(e.RuleId, e.ClaimType, e.ClaimValue, new(e.Role, e.ScopeKind, e.ScopeId)))),
        ClaimUnmapped e => new(Rules.RemoveAll(rule => rule.RuleId == e.RuleId)),
        _ => this,
    };

    private static string? Clean(string? typed) =>
        typed is { Length: <= Longest } && CleanText.Of(typed) is { Length: > 0 } clean ? clean : null;
}
