namespace RolloutPortal.Web.Features.Hypercare;

/// <summary>Texts of hypercare; an empty class that names the files.</summary>
public sealed class HypercareTexts;
