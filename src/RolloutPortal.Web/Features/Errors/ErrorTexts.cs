namespace RolloutPortal.Web.Features.Errors;

/// <summary>Texts of what went wrong; an empty class that names the files.</summary>
public sealed class ErrorTexts;
