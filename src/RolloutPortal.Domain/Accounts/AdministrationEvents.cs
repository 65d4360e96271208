namespace RolloutPortal.Domain.Accounts;

/// <summary>What can happen to those who administer the whole portal, taken together. Stored for good.</summary>
public abstract record AdministrationEvent(Guid AccountId);

/// <summary>Somebody is an administrator of the portal no longer, while somebody else is.</summary>
public sealed record AdministratorLeft(Guid AccountId) : AdministrationEvent(AccountId);
