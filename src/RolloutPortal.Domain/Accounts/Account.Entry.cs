namespace RolloutPortal.Domain.Accounts;

/// <summary>How somebody comes in and is kept out: invitation, password, sessions, disabling.</summary>
public sealed partial record Account
{
    /// <summary>Invited, and never here yet.</summary>
    public bool IsInvited { get; private init; }

    /// <summary>The link of the invitation that still holds; how long is the shell's to know.</summary>
    public Guid? InvitationId { get; private init; }

    public Guid? ResetLinkId { get; private init; }

    /// <summary>A new account with its roles, for somebody who is to take it into use by a link.</summary>
    /// <param name="employeeId">Who the person is at work; null: not told, or not employed.</param>
    /// <param name="scopeFollows">As <see cref="LinkEmployee"/> has it.</param>
    public Decision<AccountEvent> Invite(
        Guid accountId, IReadOnlyCollection<Grant> grants, string language, Guid linkId, Guid? employeeId = null, bool scopeFollows = false) =>
        AccountId is not null ? Decision<AccountEvent>.Nothing
        : grants.Count == 0 ? new Refusal(AccountRefusals.RoleMissing)
        : InOrder(
        [
            account => account.Open(accountId, grants, language),
            _ => new AccountInvited(accountId, linkId),
            account => employeeId is { } employee ? account.LinkEmployee(employee, scopeFollows) : Decision<AccountEvent>.Nothing,
        ]);

    /// <summary>Another link; the one before holds no longer.</summary>
    public Decision<AccountEvent> InviteAgain(Guid linkId) =>
        Missing is { } missing ? missing
        : IsDisabled ? new Refusal(AccountRefusals.Disabled)
        : !IsInvited ? new Refusal(AccountRefusals.InUse)
        : new AccountInvited(Id, linkId);

    public Decision<AccountEvent> RevokeInvitation() =>
        Missing is { } missing ? missing
        : InvitationId is { } link ? new InvitationRevoked(Id, link)
        : Decision<AccountEvent>.Nothing;

    public Decision<AccountEvent> AcceptInvitation(Guid linkId, string language) =>
        Missing is { } missing ? missing
        : IsDisabled ? new Refusal(AccountRefusals.Disabled)
        : InvitationId != linkId ? new Refusal(AccountRefusals.LinkGone)
        : InOrder([_ => new InvitationAccepted(Id, linkId), account => account.ChooseLanguage(language)]);

    /// <summary>Somebody who was invited has come through the municipality's own sign-in instead.</summary>
    public Decision<AccountEvent> Arrive() =>
        Missing is { } missing ? missing
        : IsDisabled ? new Refusal(AccountRefusals.Disabled)
        : IsInvited ? new InvitationAccepted(Id, LinkId: null)
        : Decision<AccountEvent>.Nothing;

    /// <summary>The password itself is the shell's; that it changed is known to all.</summary>
    public Decision<AccountEvent> ChangePassword() =>
        Missing is { } missing ? missing
        : IsDisabled ? new Refusal(AccountRefusals.Disabled)
        : new PasswordChanged(Id);

    public Decision<AccountEvent> IssueResetLink(Guid linkId) =>
        Missing is { } missing ? missing
        : IsDisabled ? new Refusal(AccountRefusals.Disabled)
        : IsInvited ? new Refusal(AccountRefusals.NotInUse)
        : new ResetLinkIssued(Id, linkId);

    public Decision<AccountEvent> RevokeResetLink() =>
        Missing is { } missing ? missing
        : ResetLinkId is { } link ? new ResetLinkRevoked(Id, link)
        : Decision<AccountEvent>.Nothing;

    public Decision<AccountEvent> ResetPassword(Guid linkId) =>
        Missing is { } missing ? missing
        : IsDisabled ? new Refusal(AccountRefusals.Disabled)
        : ResetLinkId != linkId ? new Refusal(AccountRefusals.LinkGone)
        : new PasswordReset(Id, linkId);

    /// <summary>Which sessions there are is the shell's; that one has ended is known to all, on every node.</summary>
    public Decision<AccountEvent> EndSession(Guid sessionId) =>
        Missing is { } missing ? missing : new SessionEnded(Id, sessionId);

    /// <param name="kept">The only one that goes on; null: none.</param>
    public Decision<AccountEvent> EndSessions(Guid? kept = null) =>
        Missing is { } missing ? missing : new SessionsEnded(Id, kept);

    /// <summary>How many wrong passwords there were is the shell's.</summary>
    public Decision<AccountEvent> Unlock() =>
        Missing is { } missing ? missing : new AccountUnlocked(Id);

    /// <summary>Name and address themselves are the shell's.</summary>
    /// <param name="isNewAddress">Links that were handed over hold no longer: they may lie with whoever reads the old one.</param>
    public Decision<AccountEvent> Describe(bool isNewAddress = false) =>
        Missing is { } missing ? missing
        : !isNewAddress ? new PersonDescribed(Id)
        : InOrder([_ => new PersonDescribed(Id), account => account.RevokeInvitation(), account => account.RevokeResetLink()]);

    /// <param name="by">Who does it: nobody locks themselves out; null: the portal.</param>
    /// <param name="otherAdministrators">Of the whole portal; asked only where this account is one.</param>
    public Decision<AccountEvent> Disable(Guid? by = null, Guid? reasonTextId = null, int otherAdministrators = 0) =>
        Missing is { } missing ? missing
        : IsDisabled ? Decision<AccountEvent>.Nothing
        : by == AccountId ? new Refusal(AccountRefusals.DisablingOneself)
        : IsPortalAdministrator && otherAdministrators == 0 ? new Refusal(AccountRefusals.LastAdministrator)
        : new AccountDisabled(Id, reasonTextId);

    public Decision<AccountEvent> Enable(Guid? reasonTextId = null) =>
        Missing is { } missing ? missing
        : IsDisabled ? new AccountEnabled(Id, reasonTextId)
        : Decision<AccountEvent>.Nothing;

    private Account FoldedEntry(AccountEvent @event) => @event switch
    {
        AccountInvited e => this with { IsInvited = true, InvitationId = e.LinkId },
        InvitationRevoked => this with { InvitationId = null },
        InvitationAccepted => this with { IsInvited = false, InvitationId = null },
        ResetLinkIssued e => this with { ResetLinkId = e.LinkId },
        // Whoever knows the password, or has just chosen one, needs no link; an old one must not lie about.
        ResetLinkRevoked or PasswordReset or PasswordChanged => this with { ResetLinkId = null },
        _ => FoldedEmployee(@event),
    };
}
