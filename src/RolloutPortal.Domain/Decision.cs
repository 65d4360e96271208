namespace RolloutPortal.Domain;

/// <summary>What has been decided so far about one thing, folded from its events; its methods say what may still be.</summary>
public interface IState<TSelf, in TEvent> where TSelf : IState<TSelf, TEvent>
{
    /// <summary>Before the first event.</summary>
    static abstract TSelf Initial { get; }

    /// <summary>Never refuses: what is in the log has happened.</summary>
    TSelf Apply(TEvent @event);
}

/// <summary>Why not. The key is also the text's key (<c>wave.in-frozen-zone</c>); the values fill its placeholders.</summary>
public sealed record Refusal(string Key, params object[] Values);

/// <summary>The answer to a command: events to store, a refusal, or nothing to do.</summary>
public sealed record Decision<TEvent>(IReadOnlyList<TEvent> Events, Refusal? Refusal)
{
    public static Decision<TEvent> Nothing { get; } = new([], Refusal: null);

    public static implicit operator Decision<TEvent>(TEvent @event) => new([@event], Refusal: null);

    public static implicit operator Decision<TEvent>(TEvent[] events) => new(events, Refusal: null);

    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}
