namespace RolloutPortal.Domain.Accounts;

/// <summary>What can happen to an account. Names, addresses and passwords live outside the log. Stored for good.</summary>
public abstract record AccountEvent(Guid AccountId);

public sealed record AccountOpened(Guid AccountId) : AccountEvent(AccountId);

/// <summary>A link was made with which the person takes the account into use; an earlier one holds no longer.</summary>
public sealed record AccountInvited(Guid AccountId, Guid LinkId) : AccountEvent(AccountId);

public sealed record InvitationRevoked(Guid AccountId, Guid LinkId) : AccountEvent(AccountId);

/// <param name="LinkId">Null: the person came another way, through the municipality's own sign-in.</param>
public sealed record InvitationAccepted(Guid AccountId, Guid? LinkId) : AccountEvent(AccountId);

/// <param name="ScopeId">Null only for <see cref="ScopeKind.Portal"/>.</param>
public sealed record RoleGranted(Guid AccountId, Role Role, ScopeKind ScopeKind, Guid? ScopeId) : AccountEvent(AccountId);

public sealed record RoleRevoked(Guid AccountId, Role Role, ScopeKind ScopeKind, Guid? ScopeId) : AccountEvent(AccountId);

public sealed record PasswordChanged(Guid AccountId) : AccountEvent(AccountId);

/// <summary>A link was made with which the person chooses a new password; an earlier one holds no longer.</summary>
public sealed record ResetLinkIssued(Guid AccountId, Guid LinkId) : AccountEvent(AccountId);

public sealed record ResetLinkRevoked(Guid AccountId, Guid LinkId) : AccountEvent(AccountId);

/// <summary>A new password was chosen by whoever had the link; every session has ended with it.</summary>
public sealed record PasswordReset(Guid AccountId, Guid LinkId) : AccountEvent(AccountId);

/// <param name="Language"><c>da</c>, <c>sv</c> or <c>en</c>.</param>
public sealed record LanguageChosen(Guid AccountId, string Language) : AccountEvent(AccountId);

/// <summary>Name or e-mail address, which stand beside the log.</summary>
public sealed record PersonDescribed(Guid AccountId) : AccountEvent(AccountId);

/// <summary>A device has signed out, or was signed out.</summary>
public sealed record SessionEnded(Guid AccountId, Guid SessionId) : AccountEvent(AccountId);

/// <param name="KeptSessionId">The only one that goes on; null: none.</param>
public sealed record SessionsEnded(Guid AccountId, Guid? KeptSessionId) : AccountEvent(AccountId);

/// <summary>Somebody opened again what wrong passwords had closed.</summary>
public sealed record AccountUnlocked(Guid AccountId) : AccountEvent(AccountId);

public sealed record AccountDisabled(Guid AccountId, Guid? ReasonTextId = null) : AccountEvent(AccountId);

public sealed record AccountEnabled(Guid AccountId, Guid? ReasonTextId = null) : AccountEvent(AccountId);

/// <summary>The person was made a number: nobody comes into the account any more, and what it did is told by the number.</summary>
public sealed record PersonErased(Guid AccountId, int Number) : AccountEvent(AccountId);

/// <summary>The reason why it was closed or opened was deleted for good; its id stays taken.</summary>
public sealed record AccountTextRedacted(Guid AccountId, Guid TextId) : AccountEvent(AccountId);

/// <param name="ScopeFollows">Roles at the location that the employee leaves are had at the one that they move to.</param>
public sealed record EmployeeLinked(Guid AccountId, Guid EmployeeId, bool ScopeFollows) : AccountEvent(AccountId);

public sealed record EmployeeUnlinked(Guid AccountId, Guid EmployeeId) : AccountEvent(AccountId);

/// <summary>The employee has left a location, and what the account had there was moved by the portal.</summary>
public sealed record LocationLeft(Guid AccountId, Guid LocationId) : AccountEvent(AccountId);

/// <summary>The employee is back at a location that they had left.</summary>
public sealed record LocationReached(Guid AccountId, Guid LocationId) : AccountEvent(AccountId);

/// <summary>The account is somebody's at the identity provider; whose, stands in a row beside the log.</summary>
public sealed record IdentityLinked(Guid AccountId) : AccountEvent(AccountId);

/// <summary>Nobody comes into the account by the identity provider any more, and sessions that began there have ended.</summary>
public sealed record IdentityUnlinked(Guid AccountId) : AccountEvent(AccountId);

/// <summary>A role by what the identity provider says of the person; beside those that somebody granted.</summary>
/// <param name="ScopeId">Null only for <see cref="ScopeKind.Portal"/>.</param>
public sealed record RoleMapped(Guid AccountId, Role Role, ScopeKind ScopeKind, Guid? ScopeId) : AccountEvent(AccountId);

public sealed record RoleUnmapped(Guid AccountId, Role Role, ScopeKind ScopeKind, Guid? ScopeId) : AccountEvent(AccountId);
