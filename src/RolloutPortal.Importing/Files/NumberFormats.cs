using System.Globalization;
using System.Text;
using System.Xml;

namespace RolloutPortal.Importing.Files;

/// <summary>How a spreadsheet shows numbers: the formats of its styles, and what a padded one makes of digits.</summary>
public static class NumberFormats
{
    /// <summary>Excel takes no longer one.</summary>
    private const int LongestFormat = 255;

    /// <summary>What a built-in format of days, which names none of its own, is taken for.</summary>
    private const string Day = "yyyy-mm-dd";

    /// <returns>The format of each cell style; null for those that are built in and show numbers, which pad nothing.</returns>
    internal static List<string?> Read(Package package, string? part)
    {
        var (custom, styles) = (new Dictionary<string, string>(), new List<string?>());
        using var xml = part is null ? null : package.Open(part);
        var isCellStyle = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs") isCellStyle = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "numFmt" && xml.GetAttribute("numFmtId") is { } id) custom[id] = Format(xml.GetAttribute("formatCode"));
            if (xml.LocalName == "xf" && isCellStyle && xml.GetAttribute("numFmtId") is var of)
                styles.Add(custom.GetValueOrDefault(of ?? "") ?? (of is "14" or "15" or "16" or "17" or "22" ? Day : null));
        }

        return styles;
    }

    /// <summary>One that no spreadsheet wrote pads nothing.</summary>
    private static string Format(string? code) => code is { Length: <= LongestFormat } ? code : "";

    /// <summary>The digits of a whole number as a format of zeros and fixed signs shows them: 7 in <c>000</c> is <c>007</c>.</summary>
    /// <returns>The digits alone where the format is of another kind.</returns>
    public static string Apply(string? format, string digits)
    {
        if (format is null || digits.Length == 0 || digits.Any(c => !char.IsAsciiDigit(c))) return digits;
        if (Signs(format) is not { } signs || !signs.Any(sign => sign is { IsDigit: true })) return digits;

        var (shown, left) = (new StringBuilder(), digits.Length);
        var places = signs.Count(sign => sign.IsDigit);
        foreach (var (sign, isDigit) in Enumerable.Reverse(signs))
        {
            if (!isDigit) shown.Insert(0, sign);
            else if (--places == 0) shown.Insert(0, left > 0 ? digits[..left] : sign == '0' ? "0" : "");
            else if (left > 0) shown.Insert(0, digits[--left]);
            else if (sign == '0') shown.Insert(0, '0');
        }

        return shown.ToString();
    }

    /// <summary>Whether a number in this format is seen as a day.</summary>
    internal static bool IsDay(string? format) => format?.Contains('y', StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What the format for positive numbers is made of; null where it is more than digits and fixed signs.</summary>
    private static List<(char Sign, bool IsDigit)>? Signs(string format)
    {
        var signs = new List<(char, bool)>();
        for (var i = 0; i < format.Length && format[i] != ';'; i++)
        {
            switch (format[i])
            {
                case '0' or '#':
                    signs.Add((format[i], true));
                    break;
                case '\\' when i + 1 < format.Length:
                    signs.Add((format[++i], false));
                    break;
                case '"':
                    for (i++; i < format.Length && format[i] != '"'; i++) signs.Add((format[i], false));
                    break;
                case '-' or ' ' or '/' or '(' or ')':
                    signs.Add((format[i], false));
                    break;
                default:
                    return null;
            }
        }

        return signs;
    }

    /// <summary>A spreadsheet's number in plain digits, with a point: <c>1E3</c> is 1000. It keeps fifteen digits, as Excel does.</summary>
    /// <returns>Null when it is too large to be one, or none (<c>NaN</c>).</returns>
    public static string? Plain(string raw)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) < 1e15)) return null;
        var rounded = double.Parse(number.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return ((decimal)rounded).ToString("0.###############", CultureInfo.InvariantCulture);
    }
}
