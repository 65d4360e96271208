namespace RolloutPortal.Web.Features.Locations.Ahead;

/// <summary>Texts of what is to come; an empty class that names the files.</summary>
public sealed class AheadTexts;
