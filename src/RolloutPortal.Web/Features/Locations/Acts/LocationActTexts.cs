namespace RolloutPortal.Web.Features.Locations.Acts;

/// <summary>Texts of what is done to locations by days; an empty class that names the files.</summary>
public sealed class LocationActTexts;
