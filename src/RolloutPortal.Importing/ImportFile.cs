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

    /// <summary>For whatever else is told of what stands in it.</summary>
    public Discretion Discretion { get; private init; } = Discretion.None;

    /// <param name="chosen">Columns mapped by hand; null: by their headers.</param>
    /// <param name="others">Kinds that the file may be as well, where nobody has said which column is which.</param>
    /// <param name="told">Told how many rows have been read, now and then.</param>
    public static ImportFile Read(
        FieldTable table, string fileName, byte[] content, PersonNumberGuard guard, IReadOnlyDictionary<int, string>? chosen = null,
        IReadOnlyList<FieldTable>? others = null, Action<int>? told = null, CancellationToken ct = default)
    {
        var (faults, doubts) = (new List<Fault>(), new List<Fault>());
        if (guard(fileName) is { } number)
            (number.IsCertain ? faults : doubts).Add(Fault.OfFile(number.IsCertain ? ImportFaults.FileNamePerson : ImportFaults.FileNameDoubt, number.Masked, number.Rule));
        try
        {
            var read = Read(table, content, guard, chosen, others ?? [], told, ct);
            return read with { Faults = [.. faults, .. read.Faults], Doubts = doubts, Discretion = new Discretion(guard) };
        }
        catch (UnreadableFileException e)
        {
            return new ImportFile(table, [], [], [.. faults, e.Fault], doubts);
        }
    }

    private static ImportFile Read(
        FieldTable table, byte[] content, PersonNumberGuard guard, IReadOnlyDictionary<int, string>? chosen, IReadOnlyList<FieldTable> others, Action<int>? told,
        CancellationToken ct)
    {
        var source = SourceFile.Open(content, table.Count);
        if (source.Header.Fault is { } unreadable) return new ImportFile(table, [], [], [unreadable], []);

        var columns = ImportColumn.Of(source.Header, table, guard, chosen);
        // One sentence instead of a hundred that come of it. Whoever maps a column by hand means this kind.
        if (chosen is null && table.Better([.. source.Header.Cells.Select(cell => cell.Text ?? "")], others) is { } better)
            return new ImportFile(table, columns, [], [Fault.OfFile(ImportFaults.FileOfKind + better.Name), .. ImportColumn.Persons(columns, source.Header.Line)], []);

        var reader = new RowReader(table, columns, guard, source.Is1904);
        var rows = new List<ImportRow>();
        foreach (var row in source.Rows)
        {
            if (rows.Count == SourceTable.MostRows) throw new UnreadableFileException(ImportFaults.FileTooManyRows, $"{SourceTable.MostRows}");
            rows.Add(reader.Read(row));
            if (rows.Count % Step != 0) continue;
            ct.ThrowIfCancellationRequested();
            told?.Invoke(rows.Count);
        }

        return new ImportFile(table, columns, rows, [.. ImportColumn.Faults(columns, table, source.Header.Line)], []);
    }
}
