using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RolloutPortal.Testing.Http;

/// <summary>One HTTP/1.1 connection that is kept open, as a browser keeps one: a question, its answer, the next question.</summary>
/// <remarks>HttpClient costs nearly as much as the server that it asks; where both share the cores, that would be measured too.</remarks>
public sealed class PlainConnection : IDisposable
{
    private static readonly byte[] LineBreak = "\r\n"u8.ToArray();
    private static readonly byte[] EmptyLine = "\r\n\r\n"u8.ToArray();

    private readonly Socket socket;
    private byte[] buffer = new byte[16 * 1024];
    private int filled;

    private PlainConnection(Socket socket) => this.socket = socket;

    public static async Task<PlainConnection> Open(Uri portal, CancellationToken ct = default)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(portal.Host), portal.Port), ct);
        return new PlainConnection(socket);
    }

    /// <summary>The bytes of a GET, to be sent many times.</summary>
    public static byte[] Get(Uri portal, string url, params (string Name, string Value)[] headers) => Encoding.ASCII.GetBytes(
        $"GET {url} HTTP/1.1\r\nHost: {portal.Authority}\r\n{string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n");

    /// <returns>The answer; its body is overwritten by the next one.</returns>
    public async Task<PlainAnswer> Send(ReadOnlyMemory<byte> request, CancellationToken ct = default)
    {
        filled = 0;
        await socket.SendAsync(request, SocketFlags.None, ct);
        var end = await Find(0, EmptyLine, ct);
        var head = Encoding.Latin1.GetString(buffer, 0, end);
        var status = int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        var body = end + 4;
        if (PlainAnswer.Find(head, "Content-Length") is { } length)
        {
            var count = int.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
            while (filled < body + count) await Fill(ct);
            return new PlainAnswer(status, head, buffer.AsMemory(body, count));
        }

        var chunked = PlainAnswer.Find(head, "Transfer-Encoding") is not null;
        return new PlainAnswer(status, head, chunked ? await Chunks(body, ct) : ReadOnlyMemory<byte>.Empty);
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Moved together where they stand.</summary>
    private async Task<ReadOnlyMemory<byte>> Chunks(int start, CancellationToken ct)
    {
        var (written, next) = (start, start);
        while (true)
        {
            var end = await Find(next, LineBreak, ct);
            var size = int.Parse(Encoding.ASCII.GetString(buffer, next, end - next), System.Globalization.NumberStyles.HexNumber, null);
            next = end + 2;
            while (filled < next + size + 2) await Fill(ct);
            if (size == 0) return buffer.AsMemory(start, written - start);
            buffer.AsSpan(next, size).CopyTo(buffer.AsSpan(written));
            (written, next) = (written + size, next + size + 2);
        }
    }

    private async ValueTask<int> Find(int from, byte[] end, CancellationToken ct)
    {
        while (true)
        {
            var at = buffer.AsSpan(from, filled - from).IndexOf(end);
            if (at >= 0) return from + at;
            await Fill(ct);
        }
    }

    private async Task Fill(CancellationToken ct)
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var received = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None, ct);
        filled += received > 0 ? received : throw new IOException("The server closed the connection.");
    }
}

/// <summary>An answer as it came.</summary>
public readonly record struct PlainAnswer(int Status, string Head, ReadOnlyMemory<byte> Body)
{
    /// <summary>Null when there is no such header.</summary>
    public string? Header(string name) => Find(Head, name);

    internal static string? Find(string head, string name)
    {
        var at = head.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var start = at + name.Length + 3;
        var end = head.IndexOf('\r', start);
        return head[start..(end < 0 ? head.Length : end)].Trim();
    }
}
