using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Caching.Memory;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>Rendered live regions, so that a thousand watchers with the same rights cost one rendering.</summary>
/// <remarks>The key holds everything that the fragment may depend on (decisions.md 14): its address, rights with their scopes, language,
/// the position of its topics, the minute. A cached fragment holds no antiforgery token and nothing of one person.</remarks>
public sealed class FragmentCache(TopicPositions positions, Clock clock) : IDisposable
{
    private const int MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(65);

    private readonly MemoryCache finished = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<string, Task<byte[]?>> underWay = [];
    private long forgettings;

    /// <param name="address">Path and query.</param>
    /// <param name="topics">Separated by spaces, as in <c>data-topic</c>.</param>
    /// <param name="render">Called once for all who ask at the same time.</param>
    public async Task<Fragment> Get(string address, string topics, SignedInAccount account, Func<Task<byte[]>> render)
    {
        var key = string.Join('|', address, positions.Of(topics.Split(' ')), account.RightsKey, CultureInfo.CurrentUICulture.Name,
            clock.Now.ToUnixTimeSeconds() / 60);
        while (true)
        {
            if (finished.TryGetValue(key, out byte[]? kept)) return new Fragment(kept!, IsKept: true);
            var mine = new TaskCompletionSource<byte[]?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var rendering = underWay.GetOrAdd(key, mine.Task);
            if (rendering == mine.Task) return await Render(key, mine, render);
            if (await rendering is { } shared) return new Fragment(shared, IsKept: true);
        }
    }

    /// <summary>What is kept may hold a name that is no more.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgettings);
        finished.Clear();
        // Whoever asks from now on does not share what has begun before.
        underWay.Clear();
    }

    public void Dispose() => finished.Dispose();

    private async Task<Fragment> Render(string key, TaskCompletionSource<byte[]?> told, Func<Task<byte[]>> render)
    {
        var before = Interlocked.Read(ref forgettings);
        try
        {
            var html = await render();
            finished.Set(key, html, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = KeptFor, Size = html.Length });
            // It may have read the name before it went, and is for those alone who asked then.
            if (Interlocked.Read(ref forgettings) != before) finished.Remove(key);
            told.SetResult(html);
            return new Fragment(html, IsKept: false);
        }
        catch (OperationCanceledException)
        {
            // Whoever rendered has left: one of those who wait does it instead.
            told.SetResult(null);
            throw;
        }
        catch (Exception failure)
        {
            told.SetException(failure);
            // Nobody may be waiting.
            _ = told.Task.Exception;
            throw;
        }
        finally
        {
            underWay.TryRemove(new(key, told.Task));
        }
    }
}

/// <summary>The bytes of a region, and whether somebody else's rendering served.</summary>
public readonly record struct Fragment(byte[] Html, bool IsKept);
