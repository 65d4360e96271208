namespace RolloutPortal.Web.Features.Accounts;

/// <summary>Texts of signing in and of one's own account; an empty class that names the files.</summary>
public sealed class AccountTexts;
