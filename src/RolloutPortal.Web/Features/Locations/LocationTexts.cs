namespace RolloutPortal.Web.Features.Locations;

/// <summary>Texts of locations; an empty class that names the files.</summary>
public sealed class LocationTexts;
