using System.Globalization;
using System.Text.RegularExpressions;
using RolloutPortal.Domain.Calendar;
using RolloutPortal.Importing.Files;

namespace RolloutPortal.Importing.Values;

/// <summary>Days as people and spreadsheets write them, day first always (importing.md, "Values").</summary>
internal static partial class Dates
{
    private static readonly DateOnly OpenEnd = new(9999, 12, 31);

    public static CellValue Read(Cell cell, bool is1904, bool mayBeOpen)
    {
        var read = cell.Kind is CellKind.Number ? OfSerial(cell.Text!, is1904) : OfText(cell.Text!, cell.Kind is CellKind.Typed);
        if (read.Of is not DateOnly day) return read;
        if (day == OpenEnd && mayBeOpen) return default;
        if (day < Days.Earliest) return CellValue.Wrong(ImportFaults.DateTooEarly);
        return day > Days.Latest ? CellValue.Wrong(ImportFaults.DateTooLate) : read;
    }

    /// <summary>Excel's count of days. It has a 29 February 1900 that never was.</summary>
    private static CellValue OfSerial(string number, bool is1904)
    {
        var serial = decimal.Parse(number, NumberStyles.Number, CultureInfo.InvariantCulture);
        if (serial != decimal.Truncate(serial)) return CellValue.Wrong(ImportFaults.DateTime);
        if (is1904) return serial is < 0 or > 2_957_003 ? CellValue.Wrong(ImportFaults.NoDate) : new(new DateOnly(1904, 1, 1).AddDays((int)serial));
        if (serial < 1) return CellValue.Wrong(ImportFaults.DateTooEarly);
        if (serial is 60 or > 2_958_465) return CellValue.Wrong(ImportFaults.NoDate);
        return new(new DateOnly(1899, 12, serial < 60 ? 31 : 30).AddDays((int)serial));
    }

    private static CellValue OfText(string text, bool isTyped)
    {
        if (isTyped && Serial().IsMatch(text) && int.Parse(text, CultureInfo.InvariantCulture) is >= 20_000 and <= 80_000)
            return OfSerial(text, is1904: false);

        var match = Written().Match(text);
        if (!match.Success) return CellValue.Wrong(TwoDigits().IsMatch(text) ? ImportFaults.DateTwoDigits : ImportFaults.NoDate);
        if (match.Groups["time"].Value.Any(c => c is >= '1' and <= '9')) return CellValue.Wrong(ImportFaults.DateTime);

        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        return year is >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= System.DateTime.DaysInMonth(year, month)
            ? new(new DateOnly(year, month, day))
            : CellValue.Wrong(ImportFaults.NoDate);

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^[0-9]{5}$")]
    private static partial Regex Serial();

    private const string Time = @"(?:[ T\u00A0]\s*(?<time>[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]{1,7})?)?))?";

    [GeneratedRegex(@"^(?:(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})|(?<day>[0-9]{1,2})(?<s>[-./])(?<month>[0-9]{1,2})\k<s>(?<year>[0-9]{4}))" + Time + "$")]
    private static partial Regex Written();

    [GeneratedRegex(@"^[0-9]{1,2}([-./])[0-9]{1,2}\1[0-9]{2}" + Time + "$")]
    private static partial Regex TwoDigits();
}
