namespace RolloutPortal.Domain.Accounts;

/// <summary>Why an account cannot be so.</summary>
public static class AccountRefusals
{
    public const string NotFound = "account.not-found";

    public const string Disabled = "account.disabled";

    public const string UnknownLanguage = "account.unknown-language";

    public const string ScopeMissing = "account.scope-missing";

    public const string ScopeUnsuitable = "account.scope-unsuitable";

    public const string EmailUnsuitable = "account.email-unsuitable";

    public const string EmailTaken = "account.email-taken";

    /// <summary>{0}: how many characters it needs.</summary>
    public const string PasswordTooShort = "account.password-too-short";

    /// <summary>{0}: how many characters it may have.</summary>
    public const string PasswordTooLong = "account.password-too-long";

    public const string PasswordIsEmail = "account.password-is-email";

    public const string PasswordTooSimple = "account.password-too-simple";

    public const string PasswordUnchanged = "account.password-unchanged";

    public const string PasswordWrong = "account.password-wrong";

    /// <summary>The portal has its first administrator already.</summary>
    public const string AlreadyFounded = "account.already-founded";
}
