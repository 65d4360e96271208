using System.Buffers.Binary;

namespace RolloutPortal.Domain.Photos;

/// <summary>Which way up a photo was taken: the one thing that is read of what a camera notes, and the one that is written again.</summary>
internal static class Exif
{
    /// <summary>As it stands.</summary>
    public const int Upright = 1;

    private const int Orientation = 0x0112;
    private const int Short = 3;
    private const int Entry = 12;

    /// <summary>As a JPEG has it before its notes.</summary>
    public static ReadOnlySpan<byte> Heading => "Exif\0\0"u8;

    /// <param name="notes">A TIFF structure, with or without the heading.</param>
    /// <returns>1–8; upright where nothing else can be read.</returns>
    public static int Read(ReadOnlySpan<byte> notes)
    {
        if (notes.StartsWith(Heading)) notes = notes[Heading.Length..];
        if (notes.Length < 8 || !(notes.StartsWith("II*\0"u8) || notes.StartsWith("MM\0*"u8))) return Upright;
        var isLittle = notes[0] == 'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(notes[4..]) : BinaryPrimitives.ReadUInt32BigEndian(notes[4..]);
        if (directory > notes.Length - 2) return Upright;

        var entries = notes[((int)directory + 2)..];
        for (var left = Number(notes[(int)directory..], isLittle); left > 0 && entries.Length >= Entry; left--, entries = entries[Entry..])
            if (Number(entries, isLittle) == Orientation && Number(entries[2..], isLittle) == Short && Number(entries[8..], isLittle) is var found and >= 1 and <= 8)
                return found;
        return Upright;
    }

    /// <summary>A TIFF structure that says this and nothing else: 26 bytes.</summary>
    public static byte[] Write(int orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, Orientation >> 8, Orientation & 0xff, 0, Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];

    private static int Number(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
