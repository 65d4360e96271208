using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Programmes;

/// <summary>Start a programme. Language, country, zone and currency are its defaults (decisions.md 25).</summary>
public sealed record FoundProgramme(
    Guid ProgrammeId, string? Name, string? Language, string? Country, string? TimeZone, string? Currency)
{
    /// <param name="founded">What would be stored; meaningless when refused.</param>
    internal Refusal? Check(out ProgrammeFounded founded)
    {
        var refusal = Names.Check(Name, out var name);
        founded = new(ProgrammeId, name, Language ?? "", Country ?? "", TimeZone ?? "", Currency ?? "");
        return refusal ?? new ProgrammeDefaults(founded.Language, founded.Country, founded.TimeZone, founded.Currency).Check();
    }
}
