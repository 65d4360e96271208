using RolloutPortal.Domain;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>One deed of a story: what somebody did to one thing, at a moment.</summary>
/// <param name="By">The account; null where nobody had one yet.</param>
/// <param name="Stream">The thing's.</param>
/// <param name="Events">How many events it makes: what is in the log already is not done again.</param>
/// <param name="Alone">Others rely on it: what came before is done first, what comes after waits.</param>
public sealed record SeedStep(DateTimeOffset At, Guid? By, Guid Stream, int Events, bool Alone, Func<Scene, CancellationToken, Task<Refusal?>> Do)
{
    /// <summary>For the first deed about a thing: nobody has heard of it, so that it need not be looked for.</summary>
    public Action<Scene>? Begin { get; init; }

    /// <summary>A decision about one thing through the ledger.</summary>
    /// <param name="words">What somebody wrote with it; its text's id is then given to the decision.</param>
    public static SeedStep Decide<TState, TEvent>(
        DateTimeOffset at, Guid? by, Guid stream, int events, Func<TState, Guid, Decision<TEvent>> decide, string words = "", bool alone = false)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        return new(at, by, stream, events, alone, Do) { Begin = scene => scene.Begin(stream, TState.Initial) };

        Task<Refusal?> Do(Scene scene, CancellationToken ct)
        {
            var text = scene.Text(stream, words, at);
            return scene.Ledger.Decide<TState, TEvent>(stream, state => decide(state, text?.Id ?? Guid.Empty), Together.With(text), ct);
        }
    }
}
