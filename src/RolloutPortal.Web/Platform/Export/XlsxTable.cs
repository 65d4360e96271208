using System.IO.Compression;
using System.Text;

namespace RolloutPortal.Web.Platform.Export;

/// <summary>A workbook as Excel writes one, with what a table needs of it: a heading row that stays and filters, real dates and numbers.</summary>
/// <remarks>Written from front to end: the package of the SDK wants to go back in its stream. A table with more rows than a sheet has goes
/// on in the next.</remarks>
/// <param name="name">Of the sheet.</param>
/// <param name="mostRows">Of a sheet, the heading included.</param>
#pragma warning disable CA1001 // The archive is closed by End alone: when the rows break off, its end would make a whole of half a table.
internal sealed class XlsxTable(Stream output, string name, IReadOnlyList<ColumnHead> heads, int mostRows = 1_048_576) : ITableWriter
#pragma warning restore CA1001
{
    private readonly ZipArchive archive = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> sheets = [];
    private XlsxSheet? sheet;

    /// <summary>Sheets of the table before.</summary>
    private int before;

    /// <summary>Ends the table and begins another one, on a sheet of its own.</summary>
    public void Next(string nextName, IReadOnlyList<ColumnHead> nextHeads)
    {
        (sheet ?? NextSheet([.. heads.Select(_ => (object?)null)])).End();
        (sheet, name, heads, before) = (null, nextName, nextHeads, sheets.Count);
    }

    public void Row(IReadOnlyList<object?> cells)
    {
        if (sheet is null || sheet.Rows == mostRows) sheet = NextSheet(cells);
        sheet.Row(cells);
    }

    public void End()
    {
        sheet ??= NextSheet([.. heads.Select(_ => (object?)null)]);
        sheet.End();
        foreach (var (path, xml) in XlsxParts.Of(sheets))
        {
            using var part = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(xml));
        }

        archive.Dispose();
    }

    private XlsxSheet NextSheet(IReadOnlyList<object?> first)
    {
        sheet?.End();
        sheets.Add(XlsxParts.SheetName(name, sheets.Count + 1 - before));
        return new XlsxSheet(archive.CreateEntry($"xl/worksheets/sheet{sheets.Count}.xml", CompressionLevel.Fastest).Open(), heads, first);
    }
}
