namespace RolloutPortal.Web.Features.Hypercare.Posters;

/// <summary>Texts of the posters; an empty class that names the files.</summary>
public sealed class PosterTexts;
