using System.Buffers.Binary;

namespace RolloutPortal.Domain.Photos;

/// <summary>Reads a file from front to back; whatever would lie behind its end is not there.</summary>
internal ref struct PhotoReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int At { get; private set; }

    public readonly int Left => bytes.Length - At;

    /// <exception cref="EndOfPhotoException">There are not so many.</exception>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Left) throw new EndOfPhotoException();
        var taken = bytes.Slice(At, (int)count);
        At += (int)count;
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public int Big16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint Big32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint Little32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>All that follows, without going on.</summary>
    public readonly ReadOnlySpan<byte> Rest => bytes[At..];
}

/// <summary>A photo ends before it should.</summary>
internal sealed class EndOfPhotoException() : Exception("The file ends too early.");
