namespace RolloutPortal.Web.Features.Programmes;

/// <summary>Texts of programmes; an empty class that names the files.</summary>
public sealed class ProgrammeTexts;
