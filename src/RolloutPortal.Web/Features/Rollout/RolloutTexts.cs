namespace RolloutPortal.Web.Features.Rollout;

/// <summary>Texts of the rollout board; an empty class that names the files.</summary>
public sealed class RolloutTexts;
