namespace RolloutPortal.Importing.Files;

/// <summary>Opens a file by what is in it, whatever it is called (importing.md, "Reading").</summary>
public static class SourceFile
{
    /// <summary>Of the file itself, and of what a spreadsheet holds when it is unpacked.</summary>
    public const int MostMegabytes = 64;

    public const int MostBytes = MostMegabytes * 1024 * 1024;

    /// <param name="known">How many of a row's cells are headers that the kind knows.</param>
    /// <param name="header">The physical line of a CSV file's headers; null: the first that is not blank.</param>
    /// <exception cref="UnreadableFileException">Now, or while rows are read.</exception>
    public static SourceTable Open(byte[] content, Func<IReadOnlyList<string>, int> known, int? header = null)
    {
        var table = Read(content, known, header);
        return Array.FindLastIndex(table.Header.Cells, cell => !cell.IsEmpty) < SourceTable.MostColumns ? table
            : throw new UnreadableFileException(new Fault(table.Header.Line, Fault.WholeRow, ImportFaults.TooManyColumns, $"{SourceTable.MostColumns}"));
    }

    private static SourceTable Read(byte[] content, Func<IReadOnlyList<string>, int> known, int? header)
    {
        if (content.Length > MostBytes) throw new UnreadableFileException(ImportFaults.FileTooLarge, $"{MostMegabytes}");
        if (content.AsSpan().StartsWith("PK"u8) && content.Length > 3 && content[2] < 9) return Spreadsheet.Open(content, known);
        if (FileSigns.Of(content) is { } other) throw new UnreadableFileException(other);
        var text = TextEncodings.Decode(content);
        return FileSigns.Of(text) is { } noTable ? throw new UnreadableFileException(noTable) : CsvTable.Open(text, header);
    }
}
