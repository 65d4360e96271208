using System.Diagnostics;
using RolloutPortal.Testing.Http;

namespace RolloutPortal.Benchmarks.Support;

/// <summary>The same GET again and again over connections that stay open.</summary>
/// <param name="headers">Without <c>Host</c>.</param>
internal sealed class Asking(Uri server, string url, params (string Name, string Value)[] headers)
{
    private readonly byte[] request = PlainConnection.Get(server, url, headers);

    /// <summary>How many answers a second all connections get together, each asking as soon as it was answered.</summary>
    /// <returns>And the size of an answer's body.</returns>
    public async Task<(double PerSecond, int Bytes)> Flood(int connections, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskFor(duration))));
        return (all.Sum(one => one.Count) / watch.Elapsed.TotalSeconds, all[0].Bytes);
    }

    /// <summary>How long each of so many answers took, one after the other, in milliseconds.</summary>
    public async Task<IReadOnlyList<double>> Times(int count)
    {
        using var connection = await PlainConnection.Open(server);
        var times = new List<double>(count);
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await Ask(connection);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    private async Task<(int Count, int Bytes)> AskFor(TimeSpan duration)
    {
        using var connection = await PlainConnection.Open(server);
        var (count, bytes) = (0, 0);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration; count++)
            bytes = await Ask(connection);
        return (count, bytes);
    }

    private async Task<int> Ask(PlainConnection connection)
    {
        var answer = await connection.Send(request);
        return answer.Status == 200 ? answer.Body.Length : throw new InvalidOperationException($"{url} answered {answer.Status}.");
    }
}
