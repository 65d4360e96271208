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
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(65);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 32 * 1024 * 1024 });

    /// <param name="address">Path and query.</param>
    /// <param name="topics">Separated by spaces, as in <c>data-topic</c>.</param>
    /// <param name="render">Called once for all who ask at the same time.</param>
    public async Task<byte[]> Get(string address, string topics, SignedInAccount account, Func<Task<byte[]>> render)
    {
        var key = string.Join('|', address, positions.Of(topics.Split(' ')), RightsKey(account), CultureInfo.CurrentUICulture.Name,
            clock.Now.ToUnixTimeSeconds() / 60);
        var lazy = cache.GetOrCreate(key, entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Kept;
            entry.Size = 40_000;
            return new Lazy<Task<byte[]>>(render);
        })!;
        try
        {
            return await lazy.Value;
        }
        catch
        {
            cache.Remove(key);
            throw;
        }
    }

    public void Dispose() => cache.Dispose();

    private static string RightsKey(SignedInAccount account) =>
        string.Join(';', account.Rights.Grants.Select(grant => $"{grant.Role}/{grant.ScopeKind}/{grant.ScopeId}").Order(StringComparer.Ordinal));
}
