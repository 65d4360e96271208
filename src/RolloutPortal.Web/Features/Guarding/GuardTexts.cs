namespace RolloutPortal.Web.Features.Guarding;

/// <summary>Texts of the guard against person numbers; an empty class that names the files.</summary>
public sealed class GuardTexts;
