namespace RolloutPortal.Web.Features.Help;

/// <summary>The help in all three languages; an empty class that names the files.</summary>
public sealed class HelpTexts;
