using System.Diagnostics;
using RolloutPortal.Testing.Http;
using RolloutPortal.Testing.Live;

namespace RolloutPortal.Benchmarks.Watching;

/// <summary>One open board: a WebSocket to the hub, and a connection over which the region is fetched again after each nudge, with
/// the jitter, the throttle and the queue that the page's scripts have.</summary>
internal sealed class Watcher : IAsyncDisposable
{
    private const int Jitter = 250;
    private static readonly TimeSpan Throttle = TimeSpan.FromMilliseconds(500);

    private readonly LiveClient live;
    private readonly PlainConnection http;
    private readonly byte[] request;
    private readonly LoggedTickets tickets;
    private readonly Dictionary<int, long> seen = [];
    private readonly Lock gate = new();
    private bool throttled, nudgedMeanwhile, asking, queued;

    private Watcher(LiveClient live, PlainConnection http, byte[] request, LoggedTickets tickets)
    {
        (this.live, this.http, this.request, this.tickets) = (live, http, request, tickets);
        live.Nudged += _ => Nudge();
    }

    /// <summary>Answers that it got, and those of them that another's rendering served.</summary>
    public int Answers { get; private set; }

    public int Kept { get; private set; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public string? Fault { get; private set; }

    /// <param name="board">Path of the board.</param>
    public static async Task<Watcher> Open(Uri portal, string session, string board, string topic, LoggedTickets tickets)
    {
        var request = PlainConnection.Get(portal, board, ("Cookie", session), ("HX-Request", "true"), ("HX-Request-Type", "partial"));
        var watcher = new Watcher(await LiveClient.Connect(portal, session), await PlainConnection.Open(portal), request, tickets);
        if ((await watcher.live.Watch(topic)).Length == 0) throw new InvalidOperationException($"Nobody may watch {topic}.");
        watcher.Nudge();
        return watcher;
    }

    /// <summary>Milliseconds from the acknowledgement until it stood on the board; at least 0; null when it never did.</summary>
    public double? DelayOf(LoggedTicket ticket) => seen.TryGetValue(ticket.Number, out var at)
        ? Math.Max(0, Stopwatch.GetElapsedTime(ticket.AcknowledgedAt, at).TotalMilliseconds)
        : null;

    public bool HasSeenAll => seen.Count == tickets.Count;

    public async ValueTask DisposeAsync()
    {
        await live.DisposeAsync();
        http.Dispose();
    }

    private async void Nudge()
    {
        await Task.Delay(Random.Shared.Next(Jitter));
        Trigger();
    }

    /// <summary>htmx: at once, then not before the throttle is over, then once more if anything came meanwhile.</summary>
    private void Trigger()
    {
        lock (gate)
        {
            if (throttled)
            {
                nudgedMeanwhile = true;
                return;
            }

            throttled = true;
        }

        Release();
        Fetch();
    }

    private async void Release()
    {
        await Task.Delay(Throttle);
        bool again;
        lock (gate)
            (throttled, again, nudgedMeanwhile) = (false, nudgedMeanwhile, false);
        if (again) Trigger();
    }

    /// <summary>htmx: one request at a time, one more waits.</summary>
    private async void Fetch()
    {
        lock (gate)
        {
            if (asking)
            {
                queued = true;
                return;
            }

            asking = true;
        }

        do await Ask();
        while (IsAskedAgain());
    }

    private bool IsAskedAgain()
    {
        lock (gate)
        {
            asking = queued;
            queued = false;
            return asking;
        }
    }

    private async Task Ask()
    {
        try
        {
            var answer = await http.Send(request);
            var now = Stopwatch.GetTimestamp();
            if (answer.Status != 200) Fault = $"The board answered {answer.Status}.";
            Answers++;
            if (answer.Header("Server-Timing")?.StartsWith("kept", StringComparison.Ordinal) == true) Kept++;
            Look(answer.Body.Span, now);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            Fault ??= e.Message;
        }
    }

    private void Look(ReadOnlySpan<byte> board, long now)
    {
        for (var number = tickets.Count - 1; number >= 0; number--)
        {
            if (!seen.ContainsKey(number) && board.IndexOf(tickets[number].Mark) >= 0) seen[number] = now;
        }
    }
}
