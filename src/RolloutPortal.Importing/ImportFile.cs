using System.Globalization;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Importing.Files;

namespace RolloutPortal.Importing;

/// <summary>A file read to its end: every row, with everything that can be wrong with it by itself.</summary>
/// <param name="Faults">Of the file and its header; those of rows stand with the rows.</param>
/// <param name="Doubts">Of the file's name.</param>
public sealed record ImportFile(
    FieldTable Table, IReadOnlyList<ImportColumn> Columns, IReadOnlyList<ImportRow> Rows, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Doubts)
{
    private const int Step = 500;

    /// <summary>It has a header, with all that it must have: its rows can be compared whole.</summary>
    public bool HasSoundHeader => Columns.Count > 0 && Faults.All(fault => fault.Line is null && fault.OtherKind() is null);

    /// <summary>Nothing of it could be read: it is no table, or not one that is taken.</summary>
    public bool IsRefused => Columns.Count == 0;

    /// <summary>The line of what looks like headers below a title.</summary>
    public int? HeaderBelow => Faults.FirstOrDefault(fault => fault.Key == ImportFaults.HeaderTitle) is { } title ? int.Parse(title.Values[1], CultureInfo.InvariantCulture) : null;

    /// <summary>What in it, beside it and in its name is certainly somebody's number: cells, headers, columns, sheets.</summary>
    public int Persons => Faults.Concat(Rows.SelectMany(row => row.Faults)).Count(fault => ImportFaults.IsPerson(fault.Key));

    /// <summary>For whatever else is told of what stands in it.</summary>
    public Discretion Discretion { get; private init; } = Discretion.None;

    /// <param name="chosen">Columns mapped by hand; null: by their headers.</param>
    /// <param name="others">Kinds that the file may be as well, where nobody has said which column is which.</param>
    /// <param name="header">The physical line of the headers, where a CSV file has titles above them; null: the first that is not blank.</param>
    /// <param name="isKept">It waits in the portal, whole, until somebody stores it: no cell may hold a person number, imported or not, of this
    /// sheet or another, nor a title or a note; and what looks like a title above the headers is asked about.</param>
    /// <param name="told">Told now and then how many rows have been read, and which share of the file that is.</param>
    public static ImportFile Read(
        FieldTable table, string fileName, byte[] content, PersonNumberGuard guard, IReadOnlyDictionary<int, string>? chosen = null,
        IReadOnlyList<FieldTable>? others = null, int? header = null, bool isKept = false, Action<int, double?>? told = null, CancellationToken ct = default)
    {
        var (faults, doubts) = (new List<Fault>(), new List<Fault>());
        if (guard(fileName) is { } number)
            (number.IsCertain ? faults : doubts).Add(Fault.OfFile(number.IsCertain ? ImportFaults.FileNamePerson : ImportFaults.FileNameDoubt, number.Masked, number.Rule));
        try
        {
            var read = Read(table, SourceFile.Open(content, table.Count, header), guard, chosen, others ?? [], isKept, told, ct);
            return read with { Faults = [.. faults, .. read.Faults], Doubts = doubts, Discretion = new Discretion(guard) };
        }
        catch (UnreadableFileException e)
        {
            return new ImportFile(table, [], [], [.. faults, e.Fault], doubts);
        }
    }

    private static ImportFile Read(
        FieldTable table, SourceTable source, PersonNumberGuard guard, IReadOnlyDictionary<int, string>? chosen, IReadOnlyList<FieldTable> others, bool isKept,
        Action<int, double?>? told, CancellationToken ct)
    {
        if (source.Header.Fault is { } unreadable) return new ImportFile(table, [], [], [unreadable], []);

        var columns = ImportColumn.Of(source.Header, table, guard, chosen);
        var better = chosen is null ? table.Better([.. source.Header.Cells.Select(cell => cell.Text ?? "")], others) : null;
        var spare = new SpareCells(source.Header, better is null ? columns : [], guard);
        var reader = new RowReader(table, columns, guard, source.Is1904);
        var rows = new List<ImportRow>();
        foreach (var row in source.Rows)
        {
            if (rows.Count == SourceTable.MostRows) throw new UnreadableFileException(ImportFaults.FileTooManyRows, $"{SourceTable.MostRows}");
            if (isKept) spare.Look(row);
            rows.Add(reader.Read(row));
            if (rows.Count % Step != 0) continue;
            ct.ThrowIfCancellationRequested();
            told?.Invoke(rows.Count, source.Share?.Invoke());
        }

        var beside = isKept ? StrayCells.Faults(source.Strays, guard, ct) : [];
        // One sentence instead of a hundred that come of it. Whoever maps a column by hand means this kind, and this header.
        var persons = ImportColumn.Persons(columns, source.Header.Line).Concat(spare.Faults).Concat(beside);
        if (better is not null) return new ImportFile(table, columns, [], [Fault.OfFile(ImportFaults.FileOfKind + better.Name), .. persons], []);
        if (isKept && chosen is null && IsTitle(columns, rows))
            return new ImportFile(table, columns, [], [Fault.OfFile(ImportFaults.HeaderTitle, $"{source.Header.Line}", $"{rows[0].Line}"), .. persons], []);
        return new ImportFile(table, columns, rows, [.. ImportColumn.Faults(columns, table, source.Header.Line), .. spare.Faults, .. beside], []);
    }

    /// <summary>It names no field, and hardly a row below has as many cells.</summary>
    private static bool IsTitle(IReadOnlyList<ImportColumn> columns, List<ImportRow> rows) => rows.Count > 0 && columns.All(column => column.Field is null)
        && rows.Count(row => row.Faults.Any(fault => fault.Key is ImportFaults.RowTooFew or ImportFaults.RowTooMany)) * 2 > rows.Count;
}
