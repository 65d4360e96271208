using System.IO.Compression;
using System.Text;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>Spreadsheets made by hand, so that each test can say what Excel would write.</summary>
internal static class Sheets
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Of a list of locations.</summary>
    public static readonly string[] LocationHeaders = ["kode", "navn", "område", "brugere", "side", "gælder fra"];

    /// <summary>The rows of such a list with one location, in which nothing is wrong.</summary>
    public static string GoodLocation(string code) => Row(1, LocationHeaders) + Row(2, code, "a", "N", "1", "begge");

    /// <param name="rows">What stands in <c>sheetData</c>.</param>
    public static byte[] Of(string rows, bool is1904 = false) => Of([("Ark1", "visible", rows)], is1904);

    public static byte[] Of((string Name, string State, string Rows)[] sheets, bool is1904 = false, params (string Name, string Content)[] more) => Zip([
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml",
            $"<workbook {Main}><workbookPr{(is1904 ? " date1904=\"1\"" : "")}/><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations([.. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
            ("rId90", "sharedStrings", "sharedStrings.xml"), ("rId91", "styles", "/xl/styles.xml")])),
        ("xl/sharedStrings.xml", $"<sst {Main}><si><t>delt</t></si><si><r><t>to </t></r><r><t>løb</t></r><rPh><t>nej</t></rPh></si></sst>"),
        ("xl/styles.xml",
            $"<styleSheet {Main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"000\"/><numFmt numFmtId=\"165\" formatCode=\"&quot;B&quot;00\\-00\"/><numFmt numFmtId=\"166\" formatCode=\"000000\\-0000\"/><numFmt numFmtId=\"167\" formatCode=\"000\\ 0000000\"/></numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"14\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs></styleSheet>"),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet {Main}><sheetData>{s.Rows}</sheetData></worksheet>")),
        .. more,
    ]);

    /// <summary>A row of texts.</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((text, i) => text.StartsWith('<') ? text : $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"))}</row>";

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>Of a file, to be made anew with another.</summary>
    public static IEnumerable<(string Name, string Content)> Parts(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            yield return (entry.FullName, reader.ReadToEnd());
        }
    }

    private static string Relations(params (string Id, string Type, string Target)[] all) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Office}/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";
}
