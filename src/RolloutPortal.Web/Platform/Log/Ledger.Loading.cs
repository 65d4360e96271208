using RolloutPortal.Domain;
using RolloutPortal.EventStore.Events;

namespace RolloutPortal.Web.Platform.Log;

/// <content>What has been decided so far.</content>
public sealed partial class Ledger
{
    /// <summary>The state as the log has it, with its version: 0 when there is no such stream.</summary>
    public async Task<Known<TState>> Load<TState, TEvent>(Guid id, CancellationToken ct = default)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var loaded = Folded<TState, TEvent>(id, await store.Read(id, StoredName.Of(typeof(TState)), ct));
        if (loaded.Version > 0) cache.Put(id, loaded);
        return loaded;
    }

    /// <summary>As <see cref="Load"/>, many at once; one that there is not comes as it is before its first event.</summary>
    public async Task<IReadOnlyDictionary<Guid, Known<TState>>> LoadAll<TState, TEvent>(IReadOnlyCollection<Guid> ids, CancellationToken ct = default)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var streams = await store.ReadAll(ids, StoredName.Of(typeof(TState)), ct);
        return ids.Distinct().ToDictionary(id => id, id => Folded<TState, TEvent>(id, streams.GetValueOrDefault(id) ?? []));
    }

    private static Known<TState> Folded<TState, TEvent>(Guid id, IReadOnlyList<StoredEvent> events)
        where TState : class, IState<TState, TEvent>
        where TEvent : class =>
        new(id, events.Count, events.Aggregate(TState.Initial, (folded, stored) => stored.Data is TEvent e ? folded.Apply(e) : folded));
}

/// <summary>A state and the version it was folded to.</summary>
public sealed record Known<TState>(Guid Id, long Version, TState State) where TState : class;
