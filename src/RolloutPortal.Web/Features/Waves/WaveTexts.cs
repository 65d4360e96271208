namespace RolloutPortal.Web.Features.Waves;

/// <summary>Texts of waves; an empty class that names the files.</summary>
public sealed class WaveTexts;
