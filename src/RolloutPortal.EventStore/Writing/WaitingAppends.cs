namespace RolloutPortal.EventStore.Writing;

/// <summary>What callers have handed over and no group has taken yet.</summary>
internal sealed class WaitingAppends
{
    private readonly object gate = new();
    private readonly Queue<PendingAppend> waiting = [];
    private bool closed;

    /// <returns>False after <see cref="Close"/>.</returns>
    public bool Add(PendingAppend pending)
    {
        lock (gate)
        {
            if (closed) return false;
            waiting.Enqueue(pending);
            Monitor.Pulse(gate);
            return true;
        }
    }

    /// <summary>Blocks until something waits, and takes all of it, up to a number.</summary>
    /// <returns>Empty when it was closed and everything has been taken.</returns>
    public List<PendingAppend> Take(int most)
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !closed)
                Monitor.Wait(gate);
            var group = new List<PendingAppend>(Math.Min(most, waiting.Count));
            while (group.Count < most && waiting.TryDequeue(out var next))
                group.Add(next);
            return group;
        }
    }

    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }
}
