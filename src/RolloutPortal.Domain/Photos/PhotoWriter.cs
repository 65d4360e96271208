using System.Buffers;
using System.Buffers.Binary;

namespace RolloutPortal.Domain.Photos;

/// <summary>Writes the clean file.</summary>
internal sealed class PhotoWriter(int capacity)
{
    private readonly ArrayBufferWriter<byte> bytes = new(Math.Max(capacity, 1));

    public PhotoWriter Put(ReadOnlySpan<byte> more)
    {
        bytes.Write(more);
        return this;
    }

    public PhotoWriter Big16(int value)
    {
        Span<byte> two = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(two, (ushort)value);
        return Put(two);
    }

    public PhotoWriter Big32(uint value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, value);
        return Put(four);
    }

    public PhotoWriter Little32(uint value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(four, value);
        return Put(four);
    }

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();
}
