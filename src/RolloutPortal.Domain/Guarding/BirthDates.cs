using System.Globalization;
using System.Text.RegularExpressions;
using RolloutPortal.Domain.Guarding.Reading;

namespace RolloutPortal.Domain.Guarding;

/// <summary>What may be somebody's date of birth beside their name: said softly while one types, never refused (domain.md §7).</summary>
/// <remarks>Days of this year and its neighbours are when something happened, unless the text says <em>født</em>. Two words with capital
/// letters are a name here, and now and then a house.</remarks>
public static partial class BirthDates
{
    /// <summary>Characters on each side in which a name is looked for.</summary>
    private const int Beside = 40;

    /// <summary>Characters before the date in which it is said to be one.</summary>
    private const int Announced = 16;

    /// <param name="today">The day on the portal's clock.</param>
    public static bool StandBesideName(string? text, DateOnly today)
    {
        if (text is null) return false;
        foreach (Match match in SixDigits().Matches(text))
            if (CanBe(match, today, IsAnnounced(text, match)) && (IsAnnounced(text, match) || HasName(text, match))) return true;
        return false;
    }

    private static bool CanBe(Match match, DateOnly today, bool isAnnounced)
    {
        var (day, month, year) = (Number(match, 1), Number(match, 3), Number(match, 4));
        int[] years = match.Groups[4].Length == 4 ? [year] : [1900 + year, 2000 + year];
        var births = years.Select(one => Births.Date(one, month, day)).OfType<DateOnly>().Where(one => ((DateOnly?)one).CanBe(today)).ToList();
        return births.Count > 0 && (isAnnounced || !years.Any(one => Math.Abs(one - today.Year) <= 1));
    }

    private static bool IsAnnounced(string text, Match match) => Announcing().IsMatch(text[Math.Max(0, match.Index - Announced)..match.Index]);

    private static bool HasName(string text, Match match)
    {
        var end = match.Index + match.Length;
        return NameBefore().IsMatch(text[Math.Max(0, match.Index - Beside)..match.Index]) || NameAfter().IsMatch(text[end..Math.Min(text.Length, end + Beside)]);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.\-/])([0-3]\d)([ .\-/]?)([01]\d)\2(\d\d|(?:18|19|20)\d\d)(?!\d|[.\-/ ]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"(?<!\p{L})(født|fødselsdag|fødselsdato|fødsdag|f\.|født d\.|född|födelsedag|födelsedatum|born|birthday)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcing();

    [GeneratedRegex(@"\p{Lu}[\p{Ll}'’]+(?:[ -]\p{Lu}[\p{Ll}'’]+)+[^\p{L}\d\n]{0,3}(?:\p{Ll}{1,4}[ .]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex NameBefore();

    [GeneratedRegex(@"^[^\p{L}\d\n]{0,3}\p{Lu}[\p{Ll}'’]+(?:[ -]\p{Lu}[\p{Ll}'’]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex NameAfter();
}
