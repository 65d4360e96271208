using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace RolloutPortal.Web.Features.Shared.Forms;

/// <summary>What must be in a form before anybody is asked to decide; each with a message in the feature's own words.</summary>
public static partial class FormChecks
{
    /// <summary>The field must be filled in with something that can be read; what was typed stays.</summary>
    public static void Demand(this ModelStateDictionary state, string field, bool isThere, string message)
    {
        if (isThere && !HasErrors(state, field)) return;
        Replace(state, field, message);
    }

    /// <summary>The field may be empty, but what stands in it must be readable.</summary>
    public static void Readable(this ModelStateDictionary state, string field, string message)
    {
        if (HasErrors(state, field)) Replace(state, field, message);
    }

    /// <summary>As <see cref="Readable"/>; a day that no month has is called so.</summary>
    /// <param name="none">{0}: the day as its month would write it, <c>30. februar 2022</c>.</param>
    public static void ReadableDay(this ModelStateDictionary state, string field, string message, string none) =>
        state.Readable(field, NoSuchDay(state.GetValueOrDefault(field)?.AttemptedValue) is { } day ? string.Format(CultureInfo.CurrentCulture, none, day) : message);

    /// <summary>As <see cref="Demand"/>; a day that no month has is called so.</summary>
    public static void DemandDay(this ModelStateDictionary state, string field, bool isThere, string message, string none)
    {
        state.ReadableDay(field, message, none);
        if (!HasErrors(state, field)) state.Demand(field, isThere, message);
    }

    /// <returns>Null for what is no day of any calendar.</returns>
    private static string? NoSuchDay(string? typed)
    {
        var found = IsoDay().Match(typed ?? "");
        if (!found.Success) return null;
        var (year, month, day) = (Part(1), Part(2), Part(3));
        if (year < 1 || month is < 1 or > 12 || day is < 1 or > 31) return null;
        return $"{day}{(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "da" ? "." : "")} {CultureInfo.CurrentCulture.DateTimeFormat.MonthGenitiveNames[month - 1]} {year}";

        int Part(int group) => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$")]
    private static partial Regex IsoDay();

    private static bool HasErrors(ModelStateDictionary state, string field) => state.GetValueOrDefault(field)?.Errors.Count > 0;

    private static void Replace(ModelStateDictionary state, string field, string message)
    {
        state.GetValueOrDefault(field)?.Errors.Clear();
        state.AddModelError(field, message);
    }
}
