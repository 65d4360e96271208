using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Accounts.SignIn;

/// <summary>Somebody of the demo whom a visitor can be: the first one with this role and this kind of scope.</summary>
/// <param name="Place">What the scope is called; null for the whole portal.</param>
public sealed record DemoAccount(Guid AccountId, string Name, Grant Grant, string? Place);
