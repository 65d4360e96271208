using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace RolloutPortal.Testing.Live;

/// <summary>A page's connection to the hub, without a page: SignalR's JSON protocol over a bare WebSocket.</summary>
/// <remarks>The client package of SignalR cannot be restored here; the protocol is a handshake and one JSON message a record.</remarks>
public sealed class LiveClient : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;

    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string[]>> calls = [];
    private Task reading = Task.CompletedTask;
    private int lastCall;

    /// <summary>Told with the topics of each nudge.</summary>
    public event Action<string[]>? Nudged;

    /// <summary>Told with each heartbeat.</summary>
    public event Action? Beaten;

    /// <summary>Ends when the server, or the network, has closed the connection.</summary>
    public Task Closed => reading;

    /// <param name="origin">What a browser says of the page that connects; null: no browser.</param>
    /// <exception cref="WebSocketException">The portal refused.</exception>
    public static async Task<LiveClient> Connect(Uri portal, string cookie, string? origin = null, CancellationToken ct = default)
    {
        var client = new LiveClient();
        if (origin is not null) client.socket.Options.SetRequestHeader("Origin", origin);
        client.socket.Options.SetRequestHeader("Cookie", cookie);
        await client.socket.ConnectAsync(new UriBuilder(portal) { Scheme = portal.Scheme == "https" ? "wss" : "ws", Path = "/live" }.Uri, ct);
        await client.Send("""{"protocol":"json","version":1}""", ct);
        client.reading = client.Read(client.stop.Token);
        return client;
    }

    /// <returns>The topics that were granted.</returns>
    public async Task<string[]> Watch(params string[] topics)
    {
        var id = (++lastCall).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = calls[id] = new TaskCompletionSource<string[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Send(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = "Watch", arguments = new object[] { topics } }), stop.Token);
        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await reading;
        socket.Dispose();
        stop.Dispose();
    }

    private Task Send(string message, CancellationToken ct) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)RecordEnd), WebSocketMessageType.Text, endOfMessage: true, ct);

    private async Task Read(CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        try
        {
            while (socket.State is WebSocketState.Open)
            {
                var received = await socket.ReceiveAsync(buffer.GetMemory(2048), ct);
                if (received.MessageType is WebSocketMessageType.Close) break;
                buffer.Advance(received.Count);
                Take(buffer);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Closed is closed, whoever did it.
        }

        foreach (var call in calls.Values)
            call.TrySetException(new InvalidOperationException("The connection was closed before the hub answered."));
    }

    private void Take(ArrayBufferWriter<byte> buffer)
    {
        var rest = buffer.WrittenSpan;
        for (var end = rest.IndexOf(RecordEnd); end >= 0; end = rest.IndexOf(RecordEnd))
        {
            Handle(rest[..end]);
            rest = rest[(end + 1)..];
        }

        var left = rest.ToArray();
        buffer.ResetWrittenCount();
        buffer.Write(left);
    }

    private void Handle(ReadOnlySpan<byte> record)
    {
        using var message = JsonDocument.Parse(record.ToArray());
        var root = message.RootElement;
        if (!root.TryGetProperty("type", out var type)) return;
        if (type.GetInt32() == 3 && calls.TryRemove(root.GetProperty("invocationId").GetString()!, out var call))
        {
            if (root.TryGetProperty("result", out var result)) call.TrySetResult(result.Deserialize<string[]>()!);
            else call.TrySetException(new InvalidOperationException(root.GetProperty("error").GetString()));
        }
        else if (type.GetInt32() == 1 && root.GetProperty("target").GetString() == "nudge")
        {
            Nudged?.Invoke(root.GetProperty("arguments")[0].Deserialize<string[]>()!);
        }
        else if (type.GetInt32() == 1)
        {
            Beaten?.Invoke();
        }
    }
}
