using FsCheck;
using FsCheck.Fluent;

namespace RolloutPortal.Domain.Tests;

/// <summary>Checks that something holds for whatever comes.</summary>
internal static class Laws
{
    public static void Hold<T>(Gen<T> any, Action<T> law) =>
        Prop.ForAll(any.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));

    public static Gen<T> EnumOf<T>() where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    /// <summary>A year around go-live.</summary>
    public static Gen<DateOnly> Days() => Gen.Choose(-180, 180).Select(Any.GoLive.AddDays);

    public static Gen<T?> Maybe<T>(this Gen<T> any) where T : struct => Gen.OneOf(Gen.Constant<T?>(null), any.Select(x => (T?)x));

    /// <summary>Decides one thing after another, as it comes, and passes over what is refused.</summary>
    /// <param name="always">Called after each step with the state and what was decided.</param>
    public static void Live<TState, TEvent>(
        IEnumerable<Func<TState, Decision<TEvent>>> attempts, Action<TState, Func<TState, Decision<TEvent>>, Decision<TEvent>> always)
        where TState : IState<TState, TEvent>
    {
        var state = TState.Initial;
        foreach (var attempt in attempts)
        {
            var decision = attempt(state);
            state = decision.Events.Aggregate(state, (folded, @event) => folded.Apply(@event));
            always(state, attempt, decision);
        }
    }
}
