using Microsoft.Extensions.Localization;

namespace RolloutPortal.Web.Features.Hypercare.Words;

/// <summary>How long something has waited, in one unit that fits a tile.</summary>
public static class Ages
{
    public static string Write(TimeSpan age, IStringLocalizer<HypercareTexts> text) => age switch
    {
        { TotalMinutes: < 1 } => text["age.now"],
        { TotalMinutes: < 60 } => text["age.minutes", (int)age.TotalMinutes],
        { TotalHours: < 48 } => text["age.hours", (int)age.TotalHours],
        _ => text["age.days", (int)age.TotalDays],
    };
}
