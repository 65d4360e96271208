using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Programmes;

/// <summary>What a programme assumes where nobody chose otherwise (decisions.md 25).</summary>
/// <param name="Language"><c>da</c>, <c>sv</c> or <c>en</c>.</param>
/// <param name="Country">ISO 3166, two letters.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Currency">ISO 4217, three letters.</param>
public sealed record ProgrammeDefaults(string Language, string Country, string TimeZone, string Currency)
{
    internal Refusal? Check()
    {
        if (!Languages.Has(Language)) return new Refusal(ProgrammeRefusals.UnknownLanguage);
        if (!IsCode(Country, length: 2)) return new Refusal(ProgrammeRefusals.UnknownCountry);
        if (!Zones.Has(TimeZone)) return new Refusal(ProgrammeRefusals.UnknownTimeZone);
        if (!IsCode(Currency, length: 3)) return new Refusal(ProgrammeRefusals.UnknownCurrency);

        return null;
    }

    private static bool IsCode(string text, int length) => text.Length == length && text.All(char.IsAsciiLetterUpper);
}
