namespace RolloutPortal.Web.Features.AccessLog.Words;

/// <summary>What is done at each address, in plain words; an empty class that names the files.</summary>
public sealed class ActionTexts;
