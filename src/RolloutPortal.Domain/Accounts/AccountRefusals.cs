namespace RolloutPortal.Domain.Accounts;

/// <summary>Why an account cannot be so.</summary>
public static class AccountRefusals
{
    public const string NotFound = "account.not-found";

    public const string Disabled = "account.disabled";

    public const string UnknownLanguage = "account.unknown-language";

    public const string ScopeMissing = "account.scope-missing";

    public const string ScopeUnsuitable = "account.scope-unsuitable";
}
