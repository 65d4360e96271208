using System.Globalization;
using System.Text.RegularExpressions;

namespace RolloutPortal.Web.Platform.Export;

/// <summary>What an exported file is called: <c>Sager DOMUS 2022-01-25.xlsx</c>.</summary>
internal static partial class ExportName
{
    private const int LongestName = 100;

    /// <param name="day">Of the export; files sort by it.</param>
    public static string Of(string name, DateOnly day, ExportFormat format)
    {
        var plain = Unsuitable().Replace(name, " ").Trim(' ', '.');
        if (plain.Length > LongestName) plain = plain[..LongestName].TrimEnd();
        return string.Create(CultureInfo.InvariantCulture, $"{plain} {day:yyyy-MM-dd}.{(format is ExportFormat.Csv ? "csv" : "xlsx")}");
    }

    // What Windows does not take in a file's name; runs of it and of white space become one.
    [GeneratedRegex(@"[\s\p{Cc}\p{Cs}<>:""/\\|?*]+")]
    private static partial Regex Unsuitable();
}
