namespace RolloutPortal.Domain.Accounts;

/// <summary>Why the table from claims to roles cannot be so.</summary>
public static class ClaimRuleRefusals
{
    /// <summary>{0}: how many characters it may have.</summary>
    public const string TypeUnsuitable = "claim-rule.type-unsuitable";

    /// <summary>{0}: how many characters it may have.</summary>
    public const string ValueUnsuitable = "claim-rule.value-unsuitable";

    public const string Exists = "claim-rule.exists";

    /// <summary>{0}: how many rules there may be.</summary>
    public const string TooMany = "claim-rule.too-many";
}
