using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Platform.Languages;

/// <summary>The texts of refusals; an empty class that names the files.</summary>
public sealed class Refusals;

/// <summary>A refusal in the reader's language: its key is the text's, its values fill the placeholders; an instant is shown in the zone
/// that it carries.</summary>
public sealed class RefusalTexts(IStringLocalizer<Refusals> texts, IStringLocalizer<SharedTexts> shared)
{
    public string Of(Refusal refusal) => texts[refusal.Key, [.. refusal.Values.Select(Show)]];

    private object Show(object value) => value switch
    {
        DateTimeOffset local => TimeHtml.Written(local),
        DateOnly day => TimeHtml.Written(day),
        int number => number.ToString("N0", System.Globalization.CultureInfo.CurrentCulture),
        Enum term => shared[EnumTexts.Key(term.GetType(), term.ToString())].Value,
        _ => value,
    };
}
