using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;

namespace RolloutPortal.Web.Platform.Languages;

/// <summary>The texts of refusals; an empty class that names the files.</summary>
public sealed class Refusals;

/// <summary>A refusal in the reader's language: its key is the text's, its values fill the placeholders.</summary>
public sealed class RefusalTexts(IStringLocalizer<Refusals> texts)
{
    public string Of(Refusal refusal) => texts[refusal.Key, [.. refusal.Values.Select(Show)]];

    private static object Show(object value) => value switch
    {
        DateTimeOffset at => Time.Zones.ToLocal(at, Time.Zones.Default).ToString("t", System.Globalization.CultureInfo.CurrentCulture),
        DateOnly day => day.ToString("d", System.Globalization.CultureInfo.CurrentCulture),
        _ => value,
    };
}
