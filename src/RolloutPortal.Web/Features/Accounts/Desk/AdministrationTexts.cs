namespace RolloutPortal.Web.Features.Accounts.Desk;

/// <summary>Texts of the administration of accounts; an empty class that names the files.</summary>
public sealed class AdministrationTexts;
