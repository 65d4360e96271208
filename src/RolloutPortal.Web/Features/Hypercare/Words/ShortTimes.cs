using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Words;

/// <summary>When, where there is room for a word or two: <em>08.05</em> of today, <em>i går 21.05</em>, <em>23. jan.</em>, <em>23. dec. 2021</em>.</summary>
public static class ShortTimes
{
    /// <param name="zone">Of the place: what a day is there.</param>
    public static string Write(DateTimeOffset at, DateTimeOffset now, string zone, IStringLocalizer<HypercareTexts> text)
    {
        var (then, today) = (Zones.ToLocal(at, zone), Zones.ToLocal(now, zone).Date);
        var (clock, day) = (then.ToString("t", CultureInfo.CurrentCulture), TimeHtml.Written(DateOnly.FromDateTime(then.DateTime)));
        if (then.Date == today) return clock;
        if (then.Date == today.AddDays(-1)) return text["age.yesterday", clock];
        return then.Year == today.Year ? day.Replace($" {then.Year}", "", StringComparison.Ordinal) : day;
    }
}
