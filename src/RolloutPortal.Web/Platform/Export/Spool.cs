namespace RolloutPortal.Web.Platform.Export;

/// <summary>Takes what is written at once and sends it on when asked: a compressor cannot wait for a network.</summary>
internal sealed class Spool(Stream output) : Stream
{
    private const int Enough = 32_768;

    private readonly MemoryStream kept = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>When there is enough to make it worth while.</summary>
    public ValueTask SendSome(CancellationToken ct) => kept.Length < Enough ? ValueTask.CompletedTask : Send(ct);

    public async ValueTask Send(CancellationToken ct)
    {
        await output.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), ct);
        kept.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => kept.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => kept.Write(buffer);

    public override void Flush()
    {
        // Only sent when asked.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
