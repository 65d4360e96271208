using Microsoft.Extensions.Localization;

namespace RolloutPortal.Web.Features.Shared;

/// <summary>Numbers with their noun: <c>1 bruger</c>, <c>780 brugere</c>. The text of one stands under the key with <c>.one</c>.</summary>
public static class CountTexts
{
    /// <param name="key">Of the text for many; {0} is the number.</param>
    public static string Count(this IStringLocalizer text, string key, int count) =>
        text[count == 1 ? $"{key}.one" : key, count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)];
}
