using System.Globalization;
using System.Xml;

namespace RolloutPortal.Importing.Files;

/// <summary>The rows of a sheet, one at a time, hidden ones too; the number of each is the one that Excel shows.</summary>
internal static class SheetRows
{
    public static IEnumerable<SourceRow> Read(Workbook workbook, SheetPart sheet)
    {
        using var xml = workbook.Open(sheet);
        var line = 0;
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter" })
                workbook.Keep(sheet, Workbook.Text(xml));
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            line = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : line + 1;
            yield return new SourceRow(line, xml.IsEmptyElement ? [] : Cells(workbook, xml));
        }
    }

    private static Cell[] Cells(Workbook workbook, XmlReader xml)
    {
        var (cells, column, depth) = (new List<Cell>(), -1, xml.Depth);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            column = xml.GetAttribute("r") is { } place ? Column(place) : column + 1;
            var cell = Read(workbook, xml);
            if (column >= SourceTable.MostColumns && cell.IsEmpty) continue;
            // Far out in a sheet it is in no column of a table, and is guarded all the same.
            while (cells.Count < Math.Min(column + 1, SourceTable.MostColumns)) cells.Add(default);
            if (column < SourceTable.MostColumns) cells[column] = cell;
            else cells.Add(cell);
        }

        return [.. cells];
    }

    /// <summary>From 0: <c>AB12</c> is 27.</summary>
    private static int Column(string place)
    {
        var column = 0;
        foreach (var letter in place)
        {
            if (!char.IsAsciiLetter(letter)) break;
            column = checked((column * 26) + char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column == 0 ? throw new FormatException(place) : column - 1;
    }

    private static Cell Read(Workbook workbook, XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        _ = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style);
        if (xml.IsEmptyElement) return default;

        var (value, isFormula, depth) = ((string?)null, false, xml.Depth);
        var isRead = xml.Read();
        while (isRead && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" }) value = Workbook.Text(xml);
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" }) isFormula = true;
            isRead = xml.Read();
        }

        if (value is null or "" && type is not "str") return isFormula ? new Cell(null, CellKind.NoValue) : default;
        return type switch
        {
            "s" => Text(workbook.Shared(int.Parse(value!, CultureInfo.InvariantCulture))),
            "e" => new Cell(value, CellKind.Error),
            "b" => Text(value == "1" ? "TRUE" : "FALSE"),
            "str" or "inlineStr" or "d" => Text(value ?? ""),
            _ => NumberFormats.Plain(value!) is { } number ? new Cell(number, CellKind.Number, workbook.Format(style)) : Text(value!),
        };
    }

    private static Cell Text(string text) => new(text.Trim(), CellKind.Text);
}
