namespace RolloutPortal.Web.Features.Accounts.Desk.OneAccount;

/// <summary>What an administrator has just done to an account, as its page thanks for it.</summary>
public static class AccountDone
{
    public const string Granted = "granted";
    public const string Revoked = "revoked";
    public const string Disabled = "disabled";
    public const string Enabled = "enabled";
    public const string Unlocked = "unlocked";
    public const string SignedOut = "signed-out";
    public const string LinkRevoked = "link-revoked";
    public const string Described = "described";
    public const string Linked = "linked";
    public const string Unlinked = "unlinked";

    public const string Redacted = "redacted";
    public const string IdentityUnlinked = "identity-unlinked";

    private static readonly string[] All = [Redacted, Granted, Revoked, Disabled, Enabled, Unlocked, SignedOut, LinkRevoked, Described, Linked, Unlinked, IdentityUnlinked];

    /// <returns>Null for what no page of the portal says.</returns>
    public static string? Of(string? done) => Array.Find(All, one => one == done);

    /// <summary>An address is written by anybody: what it thanks for must be so.</summary>
    public static bool Fits(string done, bool isDisabled) => done switch { Disabled => isDisabled, Enabled => !isDisabled, _ => true };
}
