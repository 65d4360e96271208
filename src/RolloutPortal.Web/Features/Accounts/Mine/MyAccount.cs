namespace RolloutPortal.Web.Features.Accounts.Mine;

/// <summary>Who one is here.</summary>
/// <param name="Roles">In words, with their scopes.</param>
/// <param name="Done">What has just been done, a key of a text; null: nothing.</param>
public sealed record MyAccount(string Name, string Email, IReadOnlyList<string> Roles, IReadOnlyList<MyDevice> Devices, string? Done);
