namespace RolloutPortal.Web.Features.Hypercare.Photos;

/// <summary>Texts of photos on tickets; an empty class that names the files.</summary>
public sealed class PhotoTexts;
