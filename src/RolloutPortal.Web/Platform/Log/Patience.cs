using System.Diagnostics;
using RolloutPortal.Domain;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>Whoever was second decides again on what the first has left, for five seconds (decisions.md 5).</summary>
public static class Patience
{
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    /// <summary>Where being second is a refusal: of a key that another has taken meanwhile.</summary>
    /// <returns>The last answer, when patience has run out.</returns>
    public static async Task<Refusal?> Until(Func<Task<Refusal?>> decide, Func<Refusal, bool> wasSecond)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var refusal = await decide();
            if (refusal is null || !wasSecond(refusal) || Stopwatch.GetElapsedTime(started) >= Most) return refusal;
        }
    }

    /// <param name="decide">Loads and decides: a refusal, or how to store what was decided; neither when nothing is to do.</param>
    /// <param name="wasSecond">Which of the store's exceptions say so; null: every <see cref="StaleVersionException"/>. When patience has run
    /// out, the exception is the caller's.</param>
    public static async Task<Refusal?> Until(Func<Task<(Refusal? Refusal, Func<Task>? Store)>> decide, Func<Exception, bool>? wasSecond = null)
    {
        wasSecond ??= no => no is StaleVersionException;
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var (refusal, store) = await decide();
            if (store is null) return refusal;
            try
            {
                await store();
                return null;
            }
            catch (Exception no) when (wasSecond(no) && Stopwatch.GetElapsedTime(started) < Most)
            {
                // Decided again.
            }
        }
    }
}
