namespace RolloutPortal.Web.Features.Identity;

/// <summary>Texts of signing in with the municipality's identity provider; an empty class that names the files.</summary>
public sealed class IdentityTexts;
