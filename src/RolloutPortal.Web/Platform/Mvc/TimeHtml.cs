using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>Instants and days as the reader's country writes them.</summary>
public static class TimeHtml
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Day and time in a zone; default: Copenhagen.</summary>
    public static IHtmlContent Time(this IHtmlHelper html, DateTimeOffset at, string? zone = null) =>
        Element(at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture), Written(Zones.ToLocal(at, zone)));

    /// <summary>What the machine's clock said (a session, a link that runs out), among the portal's days.</summary>
    public static IHtmlContent MachineTime(this IHtmlHelper html, DateTimeOffset at) => html.Time(OfMachine(html, at));

    /// <inheritdoc cref="MachineTime"/>
    public static IHtmlContent MachineClock(this IHtmlHelper html, DateTimeOffset at) => html.Clock(OfMachine(html, at));

    private static DateTimeOffset OfMachine(IHtmlHelper html, DateTimeOffset at) => html.ViewContext.HttpContext.RequestServices.GetRequiredService<Clock>().OfMachine(at);

    /// <summary>Only the time of day.</summary>
    public static IHtmlContent Clock(this IHtmlHelper html, DateTimeOffset at, string? zone = null) =>
        Element(at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture), Zones.ToLocal(at, zone).ToString("t", CultureInfo.CurrentCulture));

    public static IHtmlContent Day(this IHtmlHelper html, DateOnly day) => Element(day.ToString("O", CultureInfo.InvariantCulture), Written(day));

    /// <summary>With the name of the weekday and the month.</summary>
    public static IHtmlContent LongDay(this IHtmlHelper html, DateOnly day) =>
        Element(day.ToString("O", CultureInfo.InvariantCulture), WrittenLong(day));

    /// <summary><c>tirsdag den 25. januar 2022</c>.</summary>
    public static string WrittenLong(DateOnly day) => day.ToString(LongPattern, CultureInfo.CurrentCulture);

    /// <summary>Day and time as they were in the zone that the instant carries.</summary>
    public static string Written(DateTimeOffset local) =>
        $"{Written(DateOnly.FromDateTime(local.DateTime))} {local.ToString("t", CultureInfo.CurrentCulture)}";

    /// <summary><c>25. jan. 2022</c>, <c>25 jan. 2022</c>, <c>25 Jan 2022</c>.</summary>
    public static string Written(DateOnly day) => day.ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "da" ? "d. MMM yyyy" : "d MMM yyyy", CultureInfo.CurrentCulture);

    private static string LongPattern => CultureInfo.CurrentCulture.TwoLetterISOLanguageName switch
    {
        "da" => "dddd 'den' d. MMMM yyyy",
        _ => "dddd d MMMM yyyy",
    };

    private static TagBuilder Element(string machine, string shown)
    {
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = machine;
        time.InnerHtml.Append(shown);
        return time;
    }
}
