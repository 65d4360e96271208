namespace RolloutPortal.Web.Features.Imports.Templates;

/// <summary>What each field of a file means; an empty class that names the files.</summary>
public sealed class TemplateTexts;
