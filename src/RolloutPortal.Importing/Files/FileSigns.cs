using System.IO.Compression;
using System.Text;

namespace RolloutPortal.Importing.Files;

/// <summary>Knows files that are no table by what is in them, so that whoever chose the wrong one is told which it is.</summary>
internal static class FileSigns
{
    /// <summary>A PDF may have a few signs before its own.</summary>
    private const int Beginning = 1_024;

    /// <summary>No text has so many of them.</summary>
    private const int MostControls = 16;

    private static readonly (byte[] Sign, int At, string Key)[] Signs =
    [
        ([0x89, .. "PNG"u8], 0, ImportFaults.FilePicture), ([0xFF, 0xD8, 0xFF], 0, ImportFaults.FilePicture), ([.. "GIF8"u8], 0, ImportFaults.FilePicture),
        ([.. "WEBP"u8], 8, ImportFaults.FilePicture), ([.. "II*\0"u8], 0, ImportFaults.FilePicture), ([.. "MM\0*"u8], 0, ImportFaults.FilePicture),
        // Photos of a phone (HEIC), and films.
        ([.. "ftyp"u8], 4, ImportFaults.FilePicture), ([.. @"{\rtf"u8], 0, ImportFaults.FileWord),
        ([0xD0, 0xCF, 0x11, 0xE0], 0, ImportFaults.FileOld),
    ];

    /// <summary>Streams in the container of old Office files; an encrypted new one is kept in it too.</summary>
    private static readonly (byte[] Name, string Key)[] OldStreams =
    [
        (Encoding.Unicode.GetBytes("EncryptedPackage"), ImportFaults.FileEncrypted), (Encoding.Unicode.GetBytes("WordDocument"), ImportFaults.FileWord),
        (Encoding.Unicode.GetBytes("PowerPoint Document"), ImportFaults.FileSlides),
    ];

    /// <returns>The fault that says what the file is; null: it may be a text.</returns>
    public static string? Of(ReadOnlySpan<byte> content)
    {
        if (content[..Math.Min(content.Length, Beginning)].IndexOf("%PDF-"u8) >= 0) return ImportFaults.FilePdf;
        foreach (var (sign, at, key) in Signs)
            if (content.Length > at && content[at..].StartsWith(sign)) return key == ImportFaults.FileOld ? Old(content) : key;
        return null;
    }

    /// <summary>Of a text: a web page or other marking that is called a spreadsheet, or signs that no text has.</summary>
    public static string? Of(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, Beginning)).TrimStart("\ufeff \t\r\n");
        string[] tags = ["<!doctype", "<html", "<table", "<head", "<body", "<?xml"];
        foreach (var tag in tags)
            if (start.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) return ImportFaults.FileMarkup;
        var controls = 0;
        foreach (var sign in start)
            if (char.IsControl(sign) && sign is not ('\t' or '\r' or '\n')) controls++;
        return controls > MostControls ? ImportFaults.FileOther : null;
    }

    /// <summary>Of a package without a workbook, by its parts; null: there is no knowing.</summary>
    public static string? Of(ZipArchive archive)
    {
        bool Has(string start) => archive.Entries.Any(entry => entry.FullName.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return Has("word/") ? ImportFaults.FileWord
            : Has("ppt/") ? ImportFaults.FileSlides
            : Has("xl/workbook.bin") ? ImportFaults.FileBinarySheet
            : Has("mimetype") ? ImportFaults.FileOpenDocument
            : Has("xl/") || Has("[Content_Types].xml") ? null
            : ImportFaults.FileArchive;
    }

    private static string Old(ReadOnlySpan<byte> content)
    {
        foreach (var (name, key) in OldStreams)
            if (content.IndexOf(name) >= 0) return key;
        return ImportFaults.FileOld;
    }
}
