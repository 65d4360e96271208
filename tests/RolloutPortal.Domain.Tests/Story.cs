namespace RolloutPortal.Domain.Tests;

/// <summary>Tells a test as a story: after this, that.</summary>
internal static class Story
{
    /// <summary>The state after a decision that must not be refused.</summary>
    public static TState After<TState, TEvent>(this IState<TState, TEvent> state, Func<TState, Decision<TEvent>> decide)
        where TState : IState<TState, TEvent>
    {
        var decision = decide((TState)state);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate((TState)state, (folded, @event) => folded.Apply(@event));
    }

    /// <summary>The only event of a decision.</summary>
    public static object Only<TEvent>(this Decision<TEvent> decision)
    {
        Assert.Null(decision.Refusal);
        return Assert.Single(decision.Events)!;
    }

    public static void IsNothing<TEvent>(this Decision<TEvent> decision)
    {
        Assert.Null(decision.Refusal);
        Assert.Empty(decision.Events);
    }

    public static void IsRefused<TEvent>(this Decision<TEvent> decision, string key, params object[] values)
    {
        Assert.Equal(key, decision.Refusal?.Key);
        Assert.Empty(decision.Events);
        if (values.Length > 0) Assert.Equal(values, decision.Refusal!.Values);
    }
}
