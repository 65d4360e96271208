namespace RolloutPortal.Web.Features.Shared;

/// <summary>Texts of the layout and of what several features show; an empty class that names the files.</summary>
public sealed class SharedTexts;
