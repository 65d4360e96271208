using System.Globalization;

namespace RolloutPortal.Importing.Files;

/// <summary>What a workbook holds beside the table that is read: titles above it, every other sheet with its name, notes at cells,
/// boxes, the edges of its paper, and what the file says of itself. Pictures, charts and what Excel keeps for itself are not read.</summary>
internal static class StrayRows
{
    public static IEnumerable<StrayRow> Of(Workbook workbook, SheetPart table, int header) => Spreadsheet.Carefully(Read(workbook, table, header));

    private static IEnumerable<StrayRow> Read(Workbook workbook, SheetPart table, int header)
    {
        foreach (var row in SheetRows.Read(workbook, table).TakeWhile(row => row.Line < header)) yield return new StrayRow(row);
        foreach (var sheet in workbook.Sheets)
        {
            yield return new StrayRow(Line(1, sheet.Name), sheet.Name);
            if (sheet != table)
                foreach (var row in SheetRows.Read(workbook, sheet)) yield return new StrayRow(row, sheet.Name);
            foreach (var (place, text) in workbook.Notes(sheet)) yield return new StrayRow(Line(LineOf(place), text), sheet.Name);
        }

        foreach (var text in workbook.Properties()) yield return new StrayRow(Line(1, text), StrayRow.OfFile);
    }

    private static SourceRow Line(int line, string text) => new(line, [new Cell(text.Trim(), CellKind.Text)]);

    /// <summary><c>AB12</c> is row 12.</summary>
    private static int LineOf(string place) => int.TryParse(place.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 1;
}
