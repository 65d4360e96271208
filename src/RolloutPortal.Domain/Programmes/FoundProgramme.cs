using RolloutPortal.Domain.Calendar;
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
        if (refusal is not null) return refusal;

        if (!Languages.Has(Language)) return new Refusal(ProgrammeRefusals.UnknownLanguage);
        if (!IsCode(Country, length: 2)) return new Refusal(ProgrammeRefusals.UnknownCountry);
        if (!Zones.Has(TimeZone)) return new Refusal(ProgrammeRefusals.UnknownTimeZone);
        if (!IsCode(Currency, length: 3)) return new Refusal(ProgrammeRefusals.UnknownCurrency);

        return null;
    }

    private static bool IsCode(string? text, int length) => text?.Length == length && text.All(char.IsAsciiLetterUpper);
}
