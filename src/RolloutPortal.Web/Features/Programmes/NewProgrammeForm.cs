using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>The programmes that one sees.</summary>
public sealed record ProgrammeList(IReadOnlyList<ProgrammeRow> Programmes, bool MayFound);

/// <summary>A programme to be founded.</summary>
/// <param name="ProgrammeId">Chosen with the empty form: the same form sent twice founds one programme.</param>
public sealed record NewProgrammeForm(Guid ProgrammeId, string? Name, string? Language, string? Country, string? TimeZone, string? Currency)
{
    public static NewProgrammeForm Empty => new(Guid.CreateVersion7(), null, "da", "DK", "Europe/Copenhagen", "DKK");

    public FoundProgramme Command => new(ProgrammeId, Name, Language, Country, TimeZone, Currency);
}
