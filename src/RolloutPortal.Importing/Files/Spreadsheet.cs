using System.IO.Compression;
using System.Xml;

namespace RolloutPortal.Importing.Files;

/// <summary>An XLSX file as a table: the first visible sheet that holds known headers.</summary>
/// <remarks>Read with the zip and XML readers of .NET alone, part by part: what is unpacked is counted while it is unpacked, what is not
/// needed (macros, pictures, links elsewhere) is never touched, and rows pass by one at a time.</remarks>
internal static class Spreadsheet
{
    /// <summary>Up to ten titles may stand above the header.</summary>
    private const int RowsToHeader = 11;

    private const int MostParts = 10_000;

    /// <exception cref="UnreadableFileException">Damaged, encrypted, too large, or without a sheet that can be read.</exception>
    public static SourceTable Open(byte[] content, Func<IReadOnlyList<string>, int> known) =>
        Carefully(() =>
        {
            var archive = Archive(content);
            return FileSigns.Of(archive) is { } other ? throw new UnreadableFileException(other) : Find(new Workbook(new Package(archive)), known);
        });

    private static ZipArchive Archive(byte[] content)
    {
        var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        // What the table of contents owns up to; what it hides is counted while unpacking.
        var isTooLarge = archive.Entries.Count > MostParts || archive.Entries.Sum(entry => Math.Max(0, entry.Length)) > SourceFile.MostBytes;
        return isTooLarge ? throw new UnreadableFileException(ImportFaults.FileTooLarge, $"{SourceFile.MostMegabytes}") : archive;
    }

    /// <summary>One known word may stand on a cover as well: a sheet with two comes before it. Without a known header, the first sheet with anything
    /// in it: its columns can be mapped by hand.</summary>
    private static SourceTable Find(Workbook workbook, Func<IReadOnlyList<string>, int> known)
    {
        var (some, first) = ((SourceTable?)null, (SourceTable?)null);
        foreach (var sheet in workbook.Sheets.Where(sheet => !sheet.IsHidden))
        {
            var top = Rows(workbook, sheet).Take(RowsToHeader).ToList();
            if (top.Count == 0) continue;
            var counts = top.ConvertAll(row => known([.. row.Cells.Select(cell => cell.Text ?? "")]));
            var table = Below(workbook, sheet, top[counts.Max() > 0 ? counts.IndexOf(counts.Max()) : FirstTable(top)]);
            if (counts.Max() > 1) return table;
            if (counts.Max() > 0) some ??= table;
            first ??= table;
        }

        return some ?? first ?? throw new UnreadableFileException(ImportFaults.FileNoSheet);
    }

    /// <summary>A title stands alone in its row; a header does not.</summary>
    private static int FirstTable(List<SourceRow> top) => Math.Max(0, top.FindIndex(row => row.Cells.Count(cell => !cell.IsEmpty) > 1));

    private static SourceTable Below(Workbook workbook, SheetPart sheet, SourceRow header) =>
        new(header, Rows(workbook, sheet).Where(row => row.Line > header.Line), workbook.Is1904)
        {
            Strays = StrayRows.Of(workbook, sheet, header.Line),
            Share = () => workbook.Share(sheet),
        };

    private static IEnumerable<SourceRow> Rows(Workbook workbook, SheetPart sheet) => Carefully(SheetRows.Read(workbook, sheet)).Where(row => !row.IsBlank);

    /// <inheritdoc cref="Carefully{T}(Func{T})"/>
    internal static IEnumerable<T> Carefully<T>(IEnumerable<T> read)
    {
        using var all = read.GetEnumerator();
        while (Carefully(all.MoveNext)) yield return all.Current;
    }

    /// <summary>Whatever a damaged file makes the readers of .NET throw is one fault.</summary>
    private static T Carefully<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or FormatException
            or OverflowException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UnreadableFileException(ImportFaults.FileDamaged);
        }
    }
}
