namespace RolloutPortal.Web.Features.Programmes.ByDays;

/// <summary>Texts of areas and providers by days; an empty class that names the files.</summary>
public sealed class PartTexts;
