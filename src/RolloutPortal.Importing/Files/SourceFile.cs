namespace RolloutPortal.Importing.Files;

/// <summary>Opens a file by what is in it, whatever it is called (importing.md, "Reading").</summary>
public static class SourceFile
{
    /// <summary>Of the file itself, and of what a spreadsheet holds when it is unpacked.</summary>
    public const int MostMegabytes = 64;

    public const int MostBytes = MostMegabytes * 1024 * 1024;

    /// <param name="known">How many of a row's cells are headers that the kind knows.</param>
    /// <exception cref="UnreadableFileException">Now, or while rows are read.</exception>
    public static SourceTable Open(byte[] content, Func<IReadOnlyList<string>, int> known)
    {
        if (content.Length > MostBytes) throw new UnreadableFileException(ImportFaults.FileTooLarge, $"{MostMegabytes}");
        if (content.AsSpan().StartsWith("PK"u8) && content.Length > 3 && content[2] < 9) return Spreadsheet.Open(content, known);
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) throw new UnreadableFileException(OldKind(content));
        return CsvTable.Open(TextEncodings.Decode(content));
    }

    /// <summary>The container of old Office files; an encrypted new one is kept in it too, as a stream of this name.</summary>
    private static string OldKind(ReadOnlySpan<byte> content) =>
        content.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0 ? ImportFaults.FileEncrypted : ImportFaults.FileOld;
}
