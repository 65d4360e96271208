namespace RolloutPortal.Web.Features.Home;

/// <summary>Texts of landing pages; an empty class that names the files.</summary>
public sealed class HomeTexts;
