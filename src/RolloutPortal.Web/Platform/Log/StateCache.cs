using System.Collections.Concurrent;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>Folded states of streams in recent use. Safe because an append is checked against the stream's version under the lock:
/// a stale state costs a second try, never a wrong event (decisions.md 7).</summary>
public sealed class StateCache
{
    private const int Most = 10_000;
    private ConcurrentDictionary<Guid, object> young = [];
    private ConcurrentDictionary<Guid, object> old = [];

    // Counted beside it: a concurrent dictionary takes all its locks to count itself.
    private int count;

    public Known<TState>? Get<TState>(Guid id) where TState : class
    {
        if (young.TryGetValue(id, out var found)) return found as Known<TState>;
        if (!old.TryGetValue(id, out found) || found is not Known<TState> known) return null;
        Put(id, known);
        return known;
    }

    public void Put<TState>(Guid id, Known<TState> known) where TState : class
    {
        if (young.TryAdd(id, known)) Interlocked.Increment(ref count);
        else young[id] = known;
        if (Volatile.Read(ref count) <= Most) return;
        old = young;
        young = [];
        Volatile.Write(ref count, 0);
    }

    /// <summary>The log itself may be another one: it was loaded anew, or a backup was restored.</summary>
    public void Clear() => (young, old, count) = ([], [], 0);

    public void Drop(Guid id)
    {
        if (young.TryRemove(id, out _)) Interlocked.Decrement(ref count);
        old.TryRemove(id, out _);
    }
}
