using RolloutPortal.Domain;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>One act that decides about things of several kinds, each on what the decisions before it leave: stored together or not at all,
/// and decided again from the start when one of them has moved on meanwhile (decisions.md 5).</summary>
public sealed class Deed
{
    private readonly Ledger ledger;
    private readonly Dictionary<Guid, object> states = [];
    private readonly List<Func<Together?, Append?>> parts = [];
    private readonly List<Reserve> claims = [];
    private readonly List<Claim> releases = [];

    private Deed(Ledger ledger) => this.ledger = ledger;

    /// <param name="act">Decides; may be called several times. Its refusal refuses all.</param>
    /// <exception cref="StaleVersionException">A form carried the version that its user saw, and the thing has moved on.</exception>
    public static async Task<Refusal?> Do(Ledger ledger, Func<Deed, Task<Refusal?>> act)
    {
        var deed = new Deed(ledger);
        try
        {
            return await Patience.Until(async () =>
            {
                deed = new Deed(ledger);
                var refusal = await act(deed);
                var appends = refusal is null ? deed.Appends() : [];
                return (refusal, appends.Count == 0 ? null : () => ledger.Store(appends));
            });
        }
        catch (Exception no) when (StoreRefusals.Of(no, deed.Beside) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>As the decisions so far leave it.</summary>
    public async Task<TState> State<TState, TEvent>(Guid id, CancellationToken ct)
        where TState : class, IState<TState, TEvent>
        where TEvent : class => (await Part<TState, TEvent>(id, ct)).State;

    /// <param name="seen">The version that its user saw; null: whatever it is now.</param>
    public async Task<Refusal?> Decide<TState, TEvent>(Guid id, Func<TState, Decision<TEvent>> decide, CancellationToken ct, long? seen = null)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        if (id == Guid.Empty) return new Refusal(CommonRefusals.IdMissing);
        var part = await Part<TState, TEvent>(id, ct);
        if (seen is { } version && version != part.Known.Version) throw new StaleVersionException(id, version, part.Known.Version);
        var decision = decide(part.State);
        if (decision.Refusal is not null) return decision.Refusal;
        part.Add(decision.Events);
        return null;
    }

    public void Claim(IEnumerable<Reserve> reserves) => claims.AddRange(reserves);

    public void Release(params Claim[] given) => releases.AddRange(given);

    private Together Beside => new() { Claims = claims, Releases = releases };

    private IReadOnlyList<Append> Appends()
    {
        var appends = new List<Append>();
        foreach (var part in parts)
            if (part(appends.Count == 0 ? Beside : null) is { } append) appends.Add(append);
        return appends;
    }

    private async Task<DeedPart<TState, TEvent>> Part<TState, TEvent>(Guid id, CancellationToken ct)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        if (states.TryGetValue(id, out var found)) return (DeedPart<TState, TEvent>)found;
        var part = new DeedPart<TState, TEvent>(await ledger.Load<TState, TEvent>(id, ct));
        states[id] = part;
        parts.Add(with => part.Events.Count == 0 ? null : ledger.Append(part.Known, part.Events, with));
        return part;
    }

    private sealed class DeedPart<TState, TEvent>(Known<TState> known)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        private readonly List<TEvent> events = [];

        public Known<TState> Known { get; } = known;

        public TState State { get; private set; } = known.State;

        public IReadOnlyList<TEvent> Events => events;

        public void Add(IReadOnlyList<TEvent> decided)
        {
            events.AddRange(decided);
            State = decided.Aggregate(State, (state, @event) => state.Apply(@event));
        }
    }
}
