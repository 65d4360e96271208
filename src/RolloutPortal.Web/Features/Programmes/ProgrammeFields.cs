using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Platform.Languages;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>What a programme's forms offer, and which field a refusal is about.</summary>
public static class ProgrammeFields
{
    private static readonly string[] Countries = ["DK", "SE", "NO", "FI", "IS", "FO", "GL", "AX"];

    public static IReadOnlyList<string> Currencies { get; } = ["DKK", "SEK", "NOK", "EUR", "ISK"];

    /// <summary>Where the Nordic municipalities are.</summary>
    public static IReadOnlyList<string> TimeZones { get; } =
        ["Europe/Copenhagen", "Europe/Stockholm", "Europe/Oslo", "Europe/Helsinki", "Atlantic/Reykjavik", "Atlantic/Faroe", "America/Nuuk"];

    public static IEnumerable<SelectListItem> LanguageItems() =>
        PortalLanguages.Cultures.Select(culture => new SelectListItem(culture.Parent.NativeName, culture.TwoLetterISOLanguageName));

    /// <summary>By their names in the reader's language.</summary>
    /// <param name="chosen">Stays possible, wherever it is.</param>
    public static IEnumerable<SelectListItem> CountryItems(string? chosen, IStringLocalizer<ProgrammeTexts> text) => Countries.Union(Chosen(chosen))
        .Select(code => new SelectListItem(NameOfCountry(code, text), code)).OrderBy(item => item.Text, StringComparer.CurrentCulture);

    public static IEnumerable<SelectListItem> Items(IEnumerable<string> values, string? chosen) =>
        values.Union(Chosen(chosen)).Select(value => new SelectListItem(value, value));

    /// <returns>Empty for the form as a whole.</returns>
    public static string Of(Refusal refusal) => refusal.Key switch
    {
        NameRefusals.Missing or NameRefusals.TooLong or NameRefusals.Unsuitable => "Name",
        ProgrammeRefusals.UnknownLanguage => "Language",
        ProgrammeRefusals.UnknownCountry => "Country",
        ProgrammeRefusals.UnknownTimeZone => "TimeZone",
        ProgrammeRefusals.UnknownCurrency => "Currency",
        _ => "",
    };

    private static string[] Chosen(string? chosen) => string.IsNullOrEmpty(chosen) ? [] : [chosen];

    /// <summary>From the texts: the platform knows a country by its own language alone, which gives Suomi and Kalaallit Nunaat.</summary>
    private static string NameOfCountry(string code, IStringLocalizer<ProgrammeTexts> text) => text[$"country.{code}"] is { ResourceNotFound: false } name ? name : code;
}
