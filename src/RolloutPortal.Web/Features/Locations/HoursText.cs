using System.Globalization;
using System.Text.RegularExpressions;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>Opening hours as the reader's country writes them: <c>man-fre 08.00-16.00</c>.</summary>
public static partial class HoursText
{
    private static readonly string[] Canonical = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <param name="canonical">As <see cref="Domain.Locations.OpeningHours.Text"/> has it.</param>
    /// <param name="always">What open at all hours is called.</param>
    public static string Of(string canonical, string always) => canonical == Domain.Locations.OpeningHours.Always ? always : Time().Replace(Day().Replace(canonical, DayName), ClockTime);

    private static string DayName(Match day) =>
        CultureInfo.CurrentCulture.DateTimeFormat.AbbreviatedDayNames[Array.IndexOf(Canonical, day.Value)].TrimEnd('.');

    /// <summary>24:00 is no time of day, but the end of one.</summary>
    private static string ClockTime(Match time) => time.Value.Replace(":", CultureInfo.CurrentCulture.DateTimeFormat.TimeSeparator, StringComparison.Ordinal);

    [GeneratedRegex(@"\b(mon|tue|wed|thu|fri|sat|sun)\b")]
    private static partial Regex Day();

    [GeneratedRegex(@"\b\d\d:\d\d\b")]
    private static partial Regex Time();
}
