using RolloutPortal.EventStore.Events;

namespace RolloutPortal.EventStore.Writing;

/// <summary>An append that waits for its group, and its caller. What can be prepared beforehand is: the caller's thread does it.</summary>
internal sealed class PendingAppend
{
    private readonly TaskCompletionSource<Appended> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="UnknownEventException">An event's type was never registered.</exception>
    public PendingAppend(Append append, EventTypes types)
    {
        Append = append;
        Events = new PreparedEvent[append.Events.Count];
        for (var i = 0; i < Events.Length; i++)
        {
            var type = types.Of(append.Events[i].GetType());
            Events[i] = new PreparedEvent(Guid.CreateVersion7(), type, type.Write(append.Events[i]));
        }

        Headers = append.Context.By is { } by ? System.Text.Encoding.UTF8.GetBytes($$"""{"by":"{{by}}"}""") : null;
    }

    public Append Append { get; }

    /// <summary>Of other streams, written with this one or not at all; they wait in its place, not in one of their own.</summary>
    public IReadOnlyList<PendingAppend> Others { get; init; } = [];

    /// <summary>Itself, then the others.</summary>
    public IEnumerable<PendingAppend> All => Others.Prepend(this);

    /// <summary>With ids that are fixed before the first try, so that a second one can tell its own events from a stranger's.</summary>
    public PreparedEvent[] Events { get; }

    public byte[]? Headers { get; }

    /// <summary>True after a try whose outcome is unknown: the connection was lost around the commit.</summary>
    public bool MayHaveCommitted { get; set; }

    public Task<Appended> Done => done.Task;

    public void Succeed(Appended appended) => done.TrySetResult(appended);

    public void Fail(Exception why) => done.TrySetException(why);
}

/// <param name="Data">JSON in UTF-8.</param>
internal readonly record struct PreparedEvent(Guid Id, EventType Type, byte[] Data);
