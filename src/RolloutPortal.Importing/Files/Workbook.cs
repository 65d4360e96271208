using System.Globalization;
using System.Text;
using System.Xml;

namespace RolloutPortal.Importing.Files;

/// <summary>What a workbook says about all its sheets: their order, shared texts, number formats, how days are counted.</summary>
internal sealed class Workbook
{
    private const int MostTexts = 5_000_000;

    /// <summary>Of a cell, were each of its characters written as seven.</summary>
    private const int LongestText = 7 * SourceTable.LongestCell;

    private const int Piece = 1_024;

    private static readonly Dictionary<string, string> Beside = new() { ["comments"] = "text", ["threadedComment"] = "text", ["drawing"] = "txBody" };

    private readonly Package package;
    private readonly string? shared;
    private readonly HashSet<(string Part, string Text)> edges = [];
    private readonly Lazy<List<string>> texts;
    private readonly Lazy<List<string?>> formats;

    /// <exception cref="UnreadableFileException">The package holds no workbook.</exception>
    public Workbook(Package package)
    {
        this.package = package;
        var part = package.References("").Find(reference => reference.Type == "officeDocument").Part ?? "xl/workbook.xml";
        var references = package.References(part);
        shared = references.Find(reference => reference.Type == "sharedStrings").Part;
        texts = new(() => ReadTexts(shared));
        formats = new(() => NumberFormats.Read(package, references.Find(reference => reference.Type == "styles").Part));
        Sheets = ReadSheets(part, references);
    }

    public bool Is1904 { get; private set; }

    /// <summary>In the order of their tabs; charts are none.</summary>
    public IReadOnlyList<SheetPart> Sheets { get; }

    /// <summary>How much of a sheet has been read, 0 to 1.</summary>
    public double Share(SheetPart sheet) => package.ShareOf(sheet.Part, shared ?? "");

    public XmlReader Open(SheetPart sheet) => package.Open(sheet.Part) ?? throw new UnreadableFileException(ImportFaults.FileDamaged);

    /// <summary>What people have noted at cells of a sheet, each with the place of its cell, and written in boxes and at the edges of its paper.</summary>
    public IEnumerable<(string Place, string Text)> Notes(SheetPart sheet)
    {
        foreach (var (_, type, part) in package.References(sheet.Part).Where(reference => Beside.ContainsKey(reference.Type)))
        {
            using var xml = package.Open(part);
            var place = "";
            while (xml?.Read() == true)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "comment" or "threadedComment" }) place = xml.GetAttribute("ref") ?? "";
                if (xml.NodeType is XmlNodeType.Element && xml.LocalName == Beside[type]) yield return (place, Text(xml));
            }
        }

        foreach (var (_, text) in edges.Where(edge => edge.Part == sheet.Part)) yield return ("", text);
    }

    /// <summary>Of the file itself: title, author, keywords, whatever else a program keeps there.</summary>
    public IEnumerable<string> Properties()
    {
        foreach (var (_, _, part) in package.References("").Where(reference => reference.Type is "core-properties" or "extended-properties" or "custom-properties"))
        {
            using var xml = package.Open(part);
            var isRead = xml?.Read() == true;
            while (isRead)
            {
                // One level below the root each is a text, or a list of some.
                if (xml is { NodeType: XmlNodeType.Element, Depth: 1 }) yield return Text(xml);
                isRead = xml!.Read();
            }
        }
    }

    /// <summary>Headers and footers of a sheet's paper stand behind its rows, and are met when these are read.</summary>
    internal void Keep(SheetPart sheet, string edge) => edges.Add((sheet.Part, edge));

    public string Shared(int index) => texts.Value[index];

    /// <returns>Null: an ordinary number.</returns>
    public string? Format(int style) => style < formats.Value.Count ? formats.Value[style] : null;

    private List<SheetPart> ReadSheets(string part, List<(string Id, string Type, string Part)> references)
    {
        using var xml = package.Open(part) ?? throw new UnreadableFileException(ImportFaults.FileNoSheet);
        var worksheets = references.Where(reference => reference.Type == "worksheet").ToLookup(reference => reference.Id, reference => reference.Part);
        var sheets = new List<SheetPart>();
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") Is1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            var id = xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
            if (worksheets[id ?? ""].FirstOrDefault() is { } sheet) sheets.Add(new(sheet, Short(xml.GetAttribute("name")), xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }

        return sheets;
    }

    /// <summary>A tab's name has 31 characters.</summary>
    private static string Short(string? name) => name is null ? "" : name[..Math.Min(name.Length, SourceTable.LongestCell)];

    private List<string> ReadTexts(string? part)
    {
        var found = new List<string>();
        using var xml = part is null ? null : package.Open(part);
        while (xml?.Read() == true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "si" }) continue;
            if (found.Count == MostTexts) throw new UnreadableFileException(ImportFaults.FileTooLarge, $"{SourceFile.MostMegabytes}");
            found.Add(Text(xml));
        }

        return found;
    }

    /// <summary>The text of the element that the reader stands on, its runs joined; phonetic readings are left out.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text) = (xml.Depth, new StringBuilder());
        var isRead = xml.Read();
        while (isRead && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) Append(xml, text);
            isRead = xml.Read();
        }

        return Unescape(text.ToString());
    }

    /// <summary>Piece by piece: a text may be as long as the file, and none of a cell is.</summary>
    private static void Append(XmlReader xml, StringBuilder text)
    {
        var piece = new char[Piece];
        for (var read = xml.ReadValueChunk(piece, 0, Piece); read > 0; read = xml.ReadValueChunk(piece, 0, Piece))
        {
            text.Append(piece, 0, read);
            if (text.Length > LongestText)
                throw new UnreadableFileException(ImportFaults.RowTooLong, $"{SourceTable.LongestCell}", $"{SourceTable.LongestRecord}");
        }
    }

    /// <summary>Characters that XML cannot hold are written <c>_x0001_</c>.</summary>
    private static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0) return text;

        var plain = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf("_x", at + 1, StringComparison.Ordinal))
        {
            if (at < from || at + 7 > text.Length || text[at + 6] != '_') continue;
            if (!ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) continue;
            plain.Append(text, from, at - from).Append((char)code);
            from = at + 7;
        }

        return plain.Append(text, from, text.Length - from).ToString();
    }
}

/// <param name="Part">Its name in the package.</param>
/// <param name="Name">On its tab.</param>
internal sealed record SheetPart(string Part, string Name, bool IsHidden);
