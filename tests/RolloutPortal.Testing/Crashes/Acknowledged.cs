using System.Collections.Concurrent;

namespace RolloutPortal.Testing.Crashes;

/// <summary>What the writers were told.</summary>
internal sealed class Acknowledged
{
    private readonly ConcurrentDictionary<Guid, byte> tickets = [];
    private readonly ConcurrentQueue<string> faults = [];
    /// <summary>Well below the half second for which an answer waits for its entry (docs/domain.md, the access log).</summary>
    private static readonly TimeSpan Prompt = TimeSpan.FromMilliseconds(400);

    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int repeats;
    private int answers;

    public IReadOnlySet<Guid> Tickets => tickets.Keys.ToHashSet();

    public IReadOnlyList<string> Faults => [.. faults];

    public int Repeats => repeats;

    public void Yes(Guid ticketId)
    {
        tickets.TryAdd(ticketId, 0);
        next.TrySetResult();
    }

    /// <summary>Acknowledgements, also of forms that were sent twice, that came sooner than the access log's patience: each was written
    /// there before.</summary>
    public int PromptAnswers => answers;

    public void Answered(TimeSpan after)
    {
        if (after < Prompt) Interlocked.Increment(ref answers);
    }

    public void Repeated() => Interlocked.Increment(ref repeats);

    public void Fault(string what) => faults.Enqueue(what);

    /// <summary>Waits for an acknowledgement from now on.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public async Task Next(TimeSpan patience)
    {
        next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await next.Task.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No ticket was acknowledged within {patience.TotalSeconds} s. {string.Join("; ", faults.TakeLast(3))}");
        }
    }
}
