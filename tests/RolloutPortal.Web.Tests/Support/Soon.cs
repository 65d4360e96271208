using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace RolloutPortal.Web.Tests.Support;

/// <summary>What comes true without the test's doing: asked for again and again, and given up after a minute.</summary>
internal static class Soon
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <returns>What was so.</returns>
    public static async Task<T> Is<T>(Func<Task<T>> ask, Func<T, bool> isSo, [CallerArgumentExpression(nameof(isSo))] string wanted = "")
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Longest; await timer.WaitForNextTickAsync())
            if (await ask() is var now && isSo(now)) return now;
        throw new InvalidOperationException($"It never came to that: {wanted}");
    }
}
