using RolloutPortal.Domain;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Guarding;
using EventLog = RolloutPortal.EventStore.Store;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>Loads what has been decided, decides, stores the outcome.</summary>
/// <remarks>No id is two things: that of a stream is the stream's, and <see cref="HeldIds"/> are kept with the events that begin them.</remarks>
public sealed partial class Ledger(EventLog store, StateCache cache, Actor actor)
{
    /// <summary>On a stale version it loads and decides again, until a deadline of five seconds (decisions.md 5).</summary>
    /// <param name="decide">Pure; may be called several times.</param>
    /// <param name="with">What is written together with the events, or not at all.</param>
    /// <returns>Null when it was stored or nothing was to do; <see cref="CommonRefusals"/> about ids of the form itself.</returns>
    /// <exception cref="StaleVersionException">The form carried the version its user saw, and the stream has moved on.</exception>
    /// <exception cref="WrongStreamTypeException">The id belongs to something else.</exception>
    public async Task<Refusal?> Decide<TState, TEvent>(
        Guid id, Func<TState, Decision<TEvent>> decide, Together? with = null, CancellationToken ct = default)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        if (id == Guid.Empty) return new Refusal(CommonRefusals.IdMissing);
        try
        {
            return await Patience.Until(() => Decision(id, decide, with, ct), no => no is StaleVersionException stale && stale.StreamId == id && with?.SeenVersion is null);
        }
        catch (Exception no) when (StoreRefusals.Of(no, with) is { } refusal)
        {
            return refusal;
        }
    }

    private async Task<(Refusal?, Func<Task>?)> Decision<TState, TEvent>(Guid id, Func<TState, Decision<TEvent>> decide, Together? with, CancellationToken ct)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        if (cache.Get<TState>(id) is { } cached)
        {
            // Only an append is checked against the log: "no" and "nothing to do" must not rest on a state of yesterday.
            if (!IsStale(cached, with) && decide(cached.State) is { Events: { Count: > 0 } probably }) return Storing(cached, probably, with);
            cache.Drop(id);
        }

        var known = await Load<TState, TEvent>(id, ct);
        if (IsStale(known, with)) throw new StaleVersionException(id, with!.SeenVersion!.Value, known.Version);
        var decision = decide(known.State);
        return decision.Events.Count == 0 ? (decision.Refusal, null) : Storing(known, decision.Events, with);
    }

    private (Refusal?, Func<Task>?) Storing<TState, TEvent>(Known<TState> known, IReadOnlyList<TEvent> events, Together? with)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var append = Append(known, events, with);
        return append.Holds.Any(held => held.Id == Guid.Empty) ? (new Refusal(CommonRefusals.IdMissing), null) : (null, Keep);

        async Task Keep()
        {
            // Whatever becomes of it, what was known is of yesterday.
            cache.Drop(known.Id);
            var appended = with?.Also is { Count: > 0 } also ? (await store.Append([append, .. also]))[0] : await store.Append(append);
            cache.Put(known.Id, new Known<TState>(known.Id, appended.Version, events.Aggregate(known.State, (state, e) => state.Apply(e))));
        }
    }

    private static bool IsStale<TState>(Known<TState> known, Together? with) where TState : class => with?.SeenVersion is { } seen && seen != known.Version;

    /// <summary>Decides about several things of one kind and stores all of it or nothing; when one of them has moved on, all is decided again.</summary>
    /// <param name="decisions">In the order in which the log shall tell them; the first refusal refuses all.</param>
    /// <param name="with">Without a version seen: there are several.</param>
    /// <inheritdoc cref="Decide"/>
    public async Task<Refusal?> DecideAll<TState, TEvent>(
        IReadOnlyList<(Guid Id, Func<TState, Decision<TEvent>> Decide)> decisions, Together with, CancellationToken ct = default)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        try
        {
            return await Patience.Until(() => Decisions(decisions, with, ct));
        }
        catch (Exception no) when (StoreRefusals.Of(no, with) is { } refusal)
        {
            return refusal;
        }
    }

    private async Task<(Refusal?, Func<Task>?)> Decisions<TState, TEvent>(
        IReadOnlyList<(Guid Id, Func<TState, Decision<TEvent>> Decide)> decisions, Together with, CancellationToken ct)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        var decided = new List<(Known<TState> Known, IReadOnlyList<TEvent> Events)>();
        foreach (var (id, decide) in decisions)
        {
            var known = await Load<TState, TEvent>(id, ct);
            var decision = decide(known.State);
            if (decision.Refusal is not null) return (decision.Refusal, null);
            if (decision.Events.Count > 0) decided.Add((known, decision.Events));
        }

        return decided.Count == 0
            ? (null, null)
            : (null, () => Store([.. decided.Select((one, i) => Append(one.Known, one.Events, i == decided.Count - 1 ? with : null))]));
    }

    /// <summary>Stores what was decided about things of several kinds: all of it or nothing.</summary>
    /// <exception cref="StaleVersionException">One of them has moved on: decide again.</exception>
    /// <exception cref="ClaimTakenException">A reserved key has another owner.</exception>
    internal async Task Store(IReadOnlyList<Append> appends)
    {
        foreach (var append in appends) cache.Drop(append.StreamId);
        await store.Append(appends);
    }

    /// <summary>Of another stream than the one that is decided about, to be written with it (<see cref="Together.Also"/>).</summary>
    public Append Append<TState, TEvent>(Known<TState> known, IReadOnlyList<TEvent> events, Together? with = null)
        where TState : class
        where TEvent : class
    {
        actor.About(known.Id);
        var append = new Append(known.Id, StoredName.Of(typeof(TState)), known.Version, [.. events])
        {
            Context = actor.Now(events[0].GetType().Name),
            Holds = HeldIds.Of(events),
        };
        return with is null ? append : append with
        {
            Texts = with.Texts,
            RedactedTexts = with.RedactedTexts,
            Claims = [.. with.Claims.Select(reserve => reserve.Claim)],
            Releases = with.Releases,
            SideWrites = [.. with.Demands.Select(demand => demand.Write), .. with.SideWrites, .. DoubtfulTexts.Of(actor.Request, with.Texts)],
        };
    }
}
