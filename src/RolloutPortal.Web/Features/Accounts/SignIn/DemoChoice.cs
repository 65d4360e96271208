namespace RolloutPortal.Web.Features.Accounts.SignIn;

/// <summary>Whom a visitor of the demo can be, and where they were going.</summary>
public sealed record DemoChoice(IReadOnlyList<DemoAccount> People, string? ReturnUrl);
