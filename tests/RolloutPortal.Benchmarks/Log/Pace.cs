using System.Diagnostics;

namespace RolloutPortal.Benchmarks.Log;

/// <summary>How often something is done in a second by callers who do nothing else.</summary>
internal static class Pace
{
    public static async Task<double> Of(int callers, Func<int, Task> once, double seconds = 0.8)
    {
        using var over = new CancellationTokenSource();
        var done = new long[callers];
        var started = Stopwatch.GetTimestamp();
        var working = Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                await once(caller);
                done[caller]++;
            }
        })).ToArray();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        await over.CancelAsync();
        await Task.WhenAll(working);
        return done.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
