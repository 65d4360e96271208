using RolloutPortal.Domain;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>Several decisions about one thing, stored together or not at all.</summary>
public static class Several
{
    /// <summary>One after the other, each on the state that the one before leaves; the first refusal refuses all.</summary>
    public static Decision<TEvent> Decide<TState, TEvent>(this TState state, IEnumerable<Func<TState, Decision<TEvent>>> decisions)
        where TState : IState<TState, TEvent>
    {
        var events = new List<TEvent>();
        foreach (var decide in decisions)
        {
            var decision = decide(state);
            if (decision.Refusal is not null) return decision;
            events.AddRange(decision.Events);
            state = decision.Events.Aggregate(state, (folded, @event) => folded.Apply(@event));
        }

        return new(events, Refusal: null);
    }
}
