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

    public const string PasswordUsual = "account.password-usual";

    public const string PasswordIsName = "account.password-is-name";

    public const string PasswordUnchanged = "account.password-unchanged";

    public const string PasswordWrong = "account.password-wrong";

    /// <summary>The portal has its first administrator already.</summary>
    public const string AlreadyFounded = "account.already-founded";

    public const string RoleMissing = "account.role-missing";

    /// <summary>Somebody must be able to let others in.</summary>
    public const string LastAdministrator = "account.last-administrator";

    public const string DisablingOneself = "account.disabling-oneself";

    /// <summary>The invitation was accepted; what helps now is a link to a new password.</summary>
    public const string InUse = "account.in-use";

    /// <summary>The invitation was not accepted yet; what helps is another invitation.</summary>
    public const string NotInUse = "account.not-in-use";

    /// <summary>Used, run out, or replaced by another.</summary>
    public const string LinkGone = "account.link-gone";

    /// <summary>Whoever asks does not administer what the role reaches.</summary>
    public const string OutOfReach = "account.out-of-reach";

    /// <summary>The employee is another account's.</summary>
    public const string EmployeeTaken = "account.employee-taken";

    /// <summary>The person was erased: the account is nobody's any more, and stays closed.</summary>
    public const string Erased = "account.erased";

    /// <summary>Somebody has to take that role away first.</summary>
    public const string ErasingAdministrator = "account.erasing-administrator";

    /// <summary>They are an employee as well, and are erased as one.</summary>
    public const string ErasingEmployee = "account.erasing-employee";

    /// <summary>Whoever it is at the identity provider has another account here, or the account is somebody else's there.</summary>
    public const string IdentityTaken = "account.identity-taken";
}
