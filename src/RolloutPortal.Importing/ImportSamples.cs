using System.Globalization;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Importing.Files;
using RolloutPortal.Importing.Values;

namespace RolloutPortal.Importing;

/// <summary>The first values of each column, for whoever says what it is: read from the file while it waits and kept nowhere, for columns
/// that are not imported are not stored (importing.md, "Unsuitable text").</summary>
public static class ImportSamples
{
    /// <summary>Different values of a column.</summary>
    public const int Most = 3;

    private const int Rows = 50;
    private const int Longest = 40;

    /// <param name="header">The line of the headers: see <see cref="SourceFile.Open"/>.</param>
    /// <returns>By column, in the order of the file, fit to be shown; a column without values is not among them.</returns>
    public static IReadOnlyDictionary<int, IReadOnlyList<string>> Of(FieldTable table, byte[] content, PersonNumberGuard guard, int? header = null)
    {
        var found = new Dictionary<int, IReadOnlyList<string>>();
        try
        {
            var source = SourceFile.Open(content, table.Count, header);
            var rows = source.Rows.Where(row => row.Fault is null).Take(Rows).ToList();
            for (var i = 0; i < source.Header.Cells.Length; i++)
                if (Values(rows, i, source.Is1904, guard) is { Count: > 0 } values) found[i] = values;
        }
        catch (UnreadableFileException)
        {
            // What was read before it broke helps as well; the fault itself is told elsewhere.
        }

        return found;
    }

    private static List<string> Values(List<SourceRow> rows, int column, bool is1904, PersonNumberGuard guard) =>
        [.. rows.Select(row => Seen(row[column], is1904, guard)).Where(seen => seen.Length > 0).Distinct().Take(Most).Select(seen => SuitableText.Shown(seen, Longest))];

    private static string Seen(Cell cell, bool is1904, PersonNumberGuard guard) =>
        GuardedCell.Find(guard, cell) is { } number ? number.Masked
        : cell.Kind is CellKind.Number && NumberFormats.IsDay(cell.Format) && Dates.Read(cell, is1904, mayBeOpen: false).Of is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture)
        : GuardedCell.Seen(cell);
}
