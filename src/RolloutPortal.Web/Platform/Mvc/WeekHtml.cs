using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>Days with their week: the field plans by ISO weeks, people meet on dates.</summary>
public static class WeekHtml
{
    /// <summary><c>28. feb. 2022, uge 9</c>.</summary>
    public static IHtmlContent DayAndWeek(this IHtmlHelper html, DateOnly day) =>
        new HtmlContentBuilder().AppendHtml(html.Day(day)).Append($", {Week(day)}");

    /// <summary>As <see cref="DayAndWeek"/>, where no element can stand.</summary>
    public static string Written(DateOnly day) => $"{TimeHtml.Written(day)}, {Week(day)}";

    /// <summary><c>uge 9</c>: the ISO week, in the reader's language.</summary>
    public static string Week(DateOnly day) =>
        string.Format(CultureInfo.CurrentCulture, Texts.GetString("time.week", CultureInfo.CurrentUICulture)!, ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)));

    /// <summary>Of the texts themselves: days are written where no localizer is at hand.</summary>
    private static readonly ResourceManager Texts = new(typeof(SharedTexts));
}
