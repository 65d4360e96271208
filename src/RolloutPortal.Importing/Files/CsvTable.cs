namespace RolloutPortal.Importing.Files;

/// <summary>A CSV file as a table: where the header is, what separates fields, and what is wrong with a record.</summary>
internal static class CsvTable
{
    /// <param name="line">Of the headers, where titles stand above; null: the first that is not blank.</param>
    /// <exception cref="UnreadableFileException">Nothing in it, or separated by something else than <c>;</c> and <c>,</c>.</exception>
    public static SourceTable Open(string text, int? line = null)
    {
        var reader = new CsvRecords(text);
        var told = Told(reader);
        var passed = new List<StrayRow>();
        while (reader.Line < line && !reader.IsAtEnd)
        {
            var title = reader.PeekLine().Trim();
            passed.Add(new StrayRow(new SourceRow(reader.Line, [new Cell($"{title[..Math.Min(title.Length, SourceTable.LongestCell)]}")])));
            reader.SkipLine();
        }

        reader.Delimiter = told ?? Find(reader);

        var records = Filled(reader).GetEnumerator();
        if (!records.MoveNext()) throw new UnreadableFileException(ImportFaults.FileEmpty);
        var header = records.Current;
        return new SourceTable(header, Rows(records, Width(header))) { Strays = passed, Share = () => reader.Share };
    }

    /// <summary>A first line <c>sep=;</c> is skipped, and counted.</summary>
    private static char? Told(CsvRecords reader)
    {
        var line = reader.PeekLine();
        if (!line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || line.Length > 6) return null;
        var told = line[4..].Trim('"').ToString();
        reader.SkipLine();
        return told switch
        {
            ";" => ';',
            "," => ',',
            "\t" => throw new UnreadableFileException(ImportFaults.FileTab),
            var other => throw new UnreadableFileException(ImportFaults.FileDelimiter, other),
        };
    }

    /// <summary>Whatever stands between the header's fields most often.</summary>
    private static char Find(CsvRecords reader)
    {
        var found = reader.CountInFirst(";,\t|");
        if (found[2] > Math.Max(found[0], found[1])) throw new UnreadableFileException(ImportFaults.FileTab);
        if (found[3] > Math.Max(found[0], found[1])) throw new UnreadableFileException(ImportFaults.FileDelimiter, "|");
        return found[1] > found[0] ? ',' : ';';
    }

    private static IEnumerable<SourceRow> Filled(CsvRecords reader)
    {
        while (reader.Next() is { } row)
            if (!row.IsBlank) yield return row;
    }

    private static IEnumerable<SourceRow> Rows(IEnumerator<SourceRow> records, int width)
    {
        using (records)
            while (records.MoveNext()) yield return Checked(records.Current, width);
    }

    /// <summary>Fields beyond the header's are a fault, unless nothing stands in them.</summary>
    private static SourceRow Checked(SourceRow row, int width)
    {
        if (row.Fault is not null) return row;
        var filled = Array.FindLastIndex(row.Cells, cell => !cell.IsEmpty) + 1;
        if (filled > width) return row with { Fault = Wrong(ImportFaults.RowTooMany, filled) };
        return row.Cells.Length < width ? row with { Fault = Wrong(ImportFaults.RowTooFew, row.Cells.Length) } : row;

        Fault Wrong(string key, int fields) => new(row.Line, Fault.WholeRow, key, $"{fields}", $"{width}");
    }

    private static int Width(SourceRow header) => Array.FindLastIndex(header.Cells, cell => !cell.IsEmpty) + 1;
}
