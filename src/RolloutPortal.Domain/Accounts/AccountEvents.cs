namespace RolloutPortal.Domain.Accounts;

/// <summary>What can happen to an account. Names, addresses and passwords live outside the log. Stored for good.</summary>
public abstract record AccountEvent(Guid AccountId);

public sealed record AccountOpened(Guid AccountId) : AccountEvent(AccountId);

/// <param name="ScopeId">Null only for <see cref="ScopeKind.Portal"/>.</param>
public sealed record RoleGranted(Guid AccountId, Role Role, ScopeKind ScopeKind, Guid? ScopeId) : AccountEvent(AccountId);

public sealed record RoleRevoked(Guid AccountId, Role Role, ScopeKind ScopeKind, Guid? ScopeId) : AccountEvent(AccountId);

public sealed record PasswordChanged(Guid AccountId) : AccountEvent(AccountId);

/// <param name="Language"><c>da</c>, <c>sv</c> or <c>en</c>.</param>
public sealed record LanguageChosen(Guid AccountId, string Language) : AccountEvent(AccountId);

/// <summary>A device has signed out, or was signed out.</summary>
public sealed record SessionEnded(Guid AccountId, Guid SessionId) : AccountEvent(AccountId);

public sealed record AccountDisabled(Guid AccountId) : AccountEvent(AccountId);

public sealed record AccountEnabled(Guid AccountId) : AccountEvent(AccountId);
