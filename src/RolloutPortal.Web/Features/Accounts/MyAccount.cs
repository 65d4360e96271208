namespace RolloutPortal.Web.Features.Accounts;

/// <summary>Who one is here.</summary>
/// <param name="Roles">In words, with their scopes.</param>
/// <param name="HasNewPassword">Since a moment ago.</param>
public sealed record MyAccount(string Name, string Email, IReadOnlyList<string> Roles, bool HasNewPassword);
