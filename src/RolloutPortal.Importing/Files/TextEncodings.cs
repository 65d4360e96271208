using System.Buffers;
using System.Text;

namespace RolloutPortal.Importing.Files;

/// <summary>The characters of a text file: UTF-8 when the whole file is valid UTF-8, else Windows-1252.</summary>
internal static class TextEncodings
{
    /// <summary>0x80–0x9F of Windows-1252; what it leaves undefined stays a control character, and is a fault of its cell.</summary>
    private const string Upper =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <exception cref="UnreadableFileException">UTF-16, UTF-32, or two encodings in one file.</exception>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        if (IsWide(content)) throw new UnreadableFileException(ImportFaults.FileUtf16);

        var hasMark = content.StartsWith(Encoding.UTF8.Preamble);
        if (hasMark) content = content[3..];
        var (parts, stray) = Judge(content);
        if (stray == 0) return Encoding.UTF8.GetString(content);
        if (hasMark || parts > 0) throw new UnreadableFileException(ImportFaults.FileMixed);

        return string.Create(content.Length, content, (text, bytes) =>
        {
            for (var i = 0; i < bytes.Length; i++)
                text[i] = bytes[i] is >= 0x80 and <= 0x9F ? Upper[bytes[i] - 0x80] : (char)bytes[i];
        });
    }

    /// <summary>A mark says so; without one, every second byte of ordinary text is a zero.</summary>
    private static bool IsWide(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return true;
        if (content.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF])) return true;

        var start = content[..Math.Min(content.Length, 1_000)];
        return start.Length >= 8 && start.Count((byte)0) > start.Length / 4;
    }

    /// <returns>How many letters and signs of Western text there are that take several bytes, and how many bytes that belong to nothing.</returns>
    /// <remarks>In Windows-1252 what looks like one of those begins with <c>Â</c>, <c>Ã</c> or <c>â</c>, which end no word here. Other letters of
    /// UTF-8 are no sign of a mixture: <c>»LANGØ«</c> has one of Arabic.</remarks>
    private static (int Parts, int Stray) Judge(ReadOnlySpan<byte> content)
    {
        var (parts, stray) = (0, 0);
        while (content.Length > 0)
        {
            var ascii = content.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) break;
            content = content[ascii..];
            var isWhole = Rune.DecodeFromUtf8(content, out var rune, out var length) is OperationStatus.Done;
            if (!isWhole) stray++;
            else if (rune.Value is <= 0xFF or >= 0x2000 and < 0x20D0) parts++;
            content = content[(isWhole ? length : 1)..];
        }

        return (parts, stray);
    }
}
