using System.IO.Compression;
using System.Text;

namespace RolloutPortal.Testing.Imports;

/// <summary>Files as they come when something went wrong: sound ones, changed at random places. The same seed gives the same files.</summary>
/// <param name="kind">Of the files as they were before: <c>locations</c> or <c>employees</c>.</param>
public sealed class MutatedFiles(int seed, string kind = "locations")
{
    private static readonly byte[][] Morsels =
    [
        [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xE6], [0xC3, 0xA6], "\""u8.ToArray(), "\"\""u8.ToArray(), ";"u8.ToArray(), ","u8.ToArray(), "\r"u8.ToArray(), "\n"u8.ToArray(),
        "\t"u8.ToArray(), "=1+1"u8.ToArray(), "9999-12-31"u8.ToArray(), "99999999999999999999"u8.ToArray(), "<"u8.ToArray(), "&"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "_x0000_"u8.ToArray(),
        "\u202e"u8.ToArray(), "sep=;\n"u8.ToArray(),
    ];

    private readonly Random random = new(seed);

    /// <summary>Endless; CSV and XLSX by turns.</summary>
    public IEnumerable<byte[]> All()
    {
        for (var number = 0; ; number++)
            yield return number % 2 == 0 ? Mutate(Csv(number)) : random.Next(2) == 0 ? Mutate(Xlsx(number, part => part)) : Xlsx(number, Mutate);
    }

    private byte[] Csv(int number) => Encoding.UTF8.GetBytes(string.Join("\r\n", Rows(number).Select(row => string.Join(';', row))));

    private IEnumerable<string[]> Rows(int number) => kind == "employees" ? People(number) : Places(number);

    private static IEnumerable<string[]> People(int number)
    {
        yield return ["medarbejdernøgle", "navn", "e-mail", "rolle", "lokation", "fra", "til", "note"];
        for (var row = 0; row < 8; row++)
            yield return [$"F{number}-{row % 5}", $"Ane Prøve {row % 5}", $"f{number}.{row % 5}@e.dk", "Pædagog", $"BN0{(row < 5 ? 1 : 2)}", "24-01-2022", row % 2 == 0 ? "" : "2022-12-31", "x"];
    }

    private static IEnumerable<string[]> Places(int number)
    {
        yield return ["kode", "navn", "område", "brugere", "side", "gælder fra", "åbningstider", "note"];
        for (var row = 0; row < 8; row++)
            yield return [$"F{number}-{row}", $"\"Sted; \"\"{row}\"\"\"", "Bosteder Nord", $"1.{row}00", "udfører", "24-01-2022", "man-fre 8-16", "x"];
    }

    /// <param name="change">What becomes of each part before it is packed: damage that the zip itself does not show.</param>
    private byte[] Xlsx(int number, Func<byte[], byte[]> change)
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var rows = string.Concat(Rows(number).Select((row, y) => $"<row r=\"{y + 1}\">{string.Concat(row.Select((text, x) => Cell(text, x, y)))}</row>"));
        (string Name, string Content)[] parts =
        [
            ("_rels/.rels", $"<Relationships><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"s\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships><Relationship Id=\"s\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"t\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/styles.xml", $"<styleSheet {Main}><numFmts><numFmt numFmtId=\"164\" formatCode=\"000\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs></styleSheet>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>"),
        ];
        var damaged = random.Next(parts.Length);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            for (var i = 0; i < parts.Length; i++)
            {
                using var part = zip.CreateEntry(parts[i].Name).Open();
                var content = Encoding.UTF8.GetBytes(parts[i].Content);
                part.Write(i == damaged ? change(content) : content);
            }
        }

        return stream.ToArray();
    }

    private string Cell(string text, int x, int y) => y > 0 && x == 3 && kind == "locations"
        ? $"<c r=\"{(char)('A' + x)}{y + 1}\" s=\"0\"><v>{y * 100}</v></c>"
        : $"<c r=\"{(char)('A' + x)}{y + 1}\" t=\"inlineStr\"><is><t>{text.Trim('"').Replace("\"\"", "", StringComparison.Ordinal)}</t></is></c>";

    private byte[] Mutate(byte[] content)
    {
        var bytes = new List<byte>(content);
        for (var left = random.Next(1, 6); left > 0 && bytes.Count > 0; left--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, Morsels[random.Next(Morsels.Length)]); break;
                case 3: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 4: bytes[at] = (byte)random.Next(256); break;
                default: bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : length); break;
            }
        }

        return [.. bytes];
    }
}
