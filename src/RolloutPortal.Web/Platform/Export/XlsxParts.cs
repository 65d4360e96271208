using System.Security;
using System.Text.RegularExpressions;

namespace RolloutPortal.Web.Platform.Export;

/// <summary>What a workbook consists of besides the rows of its sheets (ISO/IEC 29500, SpreadsheetML).</summary>
internal static partial class XlsxParts
{
    public const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Numbers of the cell styles below.</summary>
    public const int Plain = 0;

    /// <inheritdoc cref="Plain"/>
    public const int Heading = 1;

    /// <inheritdoc cref="Plain"/>
    public const int Day = 2;

    /// <inheritdoc cref="Plain"/>
    public const int DayAndTime = 3;

    /// <inheritdoc cref="Plain"/>
    public const int Wrapped = 4;

    private const int LongestName = 31;
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static IEnumerable<(string Path, string Xml)> Of(IReadOnlyList<string> sheets)
    {
        var numbers = Enumerable.Range(1, sheets.Count);
        yield return ("xl/workbook.xml", $"""
            {Declaration}<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(numbers.Select(i => $"""<sheet name="{Escape(sheets[i - 1])}" sheetId="{i}" r:id="s{i}"/>"""))}</sheets></workbook>
            """);
        yield return ("xl/_rels/workbook.xml.rels", $"""
            {Declaration}<Relationships xmlns="{Package}/relationships">{string.Concat(numbers.Select(i => $"""<Relationship Id="s{i}" Type="{Office}/worksheet" Target="worksheets/sheet{i}.xml"/>"""))}<Relationship Id="styles" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """);
        yield return ("xl/styles.xml", Styles);
        yield return ("_rels/.rels", $"""
            {Declaration}<Relationships xmlns="{Package}/relationships"><Relationship Id="workbook" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        yield return ("[Content_Types].xml", $"""
            {Declaration}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/>{string.Concat(numbers.Select(i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{Kind}.worksheet+xml"/>"""))}</Types>
            """);
    }

    /// <summary>As Excel takes it: 31 characters, none of those of references; from the second sheet on with its number.</summary>
    public static string SheetName(string name, int number)
    {
        var end = number == 1 ? "" : $" ({number})";
        var plain = NotInNames().Replace(name, " ").Trim().Trim('\'');
        return plain[..Math.Min(plain.Length, LongestName - end.Length)].TrimEnd() + end;
    }

    /// <remarks><c>_x0041_</c> is how SpreadsheetML writes a character; a text that holds just that means it.</remarks>
    public static string Escape(string text) => CharacterCode().Replace(SecurityElement.Escape(text), "_x005F$0");

    // At the top, so that a row is read along its first line where one of its texts has several.
    // Formats 14 and 22 are day, and day and time, as the country of whoever opens the file writes them.
    private const string Styles = $"""
        {Declaration}<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
        """;

    [GeneratedRegex(@"_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex CharacterCode();

    [GeneratedRegex(@"[\[\]:*?/\\\p{Cc}]")]
    private static partial Regex NotInNames();
}
