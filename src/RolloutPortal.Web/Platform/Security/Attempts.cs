using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Errors;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>How often a password may be tried: for one e-mail from one address, from one address, by whoever is signed in as an account.</summary>
/// <remarks>Here and not among <see cref="RateLimits"/>: those are asked before it is known who tries, and for whom.</remarks>
public sealed class Attempts(IOptions<PortalOptions> portal) : IDisposable
{
    /// <summary>The narrow one comes first: whoever goes on about one e-mail uses up nothing that colleagues behind the same address need.</summary>
    private readonly PartitionedRateLimiter<Attempt> signIns = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Attempt, string>(one => RateLimitPartition.GetTokenBucketLimiter(
            $"{one.Address} {one.Email}", _ => Bucket(Math.Min(10, portal.Value.SignInsAtOnce), TimeSpan.FromSeconds(5)))),
        PartitionedRateLimiter.Create<Attempt, string>(one => RateLimitPartition.GetTokenBucketLimiter(
            one.Address, _ => Bucket(portal.Value.SignInsAtOnce, TimeSpan.FromSeconds(1)))));

    private readonly PartitionedRateLimiter<Guid> changes = PartitionedRateLimiter.Create<Guid, Guid>(account =>
        RateLimitPartition.GetTokenBucketLimiter(account, _ => Bucket(5, TimeSpan.FromMinutes(1))));

    private readonly PartitionedRateLimiter<string> devices = PartitionedRateLimiter.Create<string, string>(device =>
        RateLimitPartition.GetTokenBucketLimiter(device, _ => Bucket(10, TimeSpan.FromSeconds(5))));

    /// <param name="email">As it was typed, in small letters; whether anybody has it makes no difference.</param>
    /// <exception cref="TooManyAtOnceException">Not now.</exception>
    public void ToSignIn(HttpContext http, string? email) =>
        Take(signIns.AttemptAcquire(new Attempt(ClientAddress.Of(http), (email ?? "").Trim().ToLowerInvariant())));

    /// <summary>In a browser that the account knows, wherever it is.</summary>
    /// <inheritdoc cref="ToSignIn"/>
    public void OfDevice(string device) => Take(devices.AttemptAcquire(device));

    /// <summary>To say one's own password once more.</summary>
    /// <inheritdoc cref="ToSignIn"/>
    public void OfAccount(Guid account) => Take(changes.AttemptAcquire(account));

    public void Dispose()
    {
        signIns.Dispose();
        devices.Dispose();
        changes.Dispose();
    }

    /// <param name="oneMore">After how long.</param>
    internal static TokenBucketRateLimiterOptions Bucket(int atOnce, TimeSpan oneMore) => new()
    {
        TokenLimit = atOnce,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = oneMore,
        QueueLimit = 0,
    };

    private static void Take(RateLimitLease lease)
    {
        using (lease)
        {
            if (lease.IsAcquired) return;
            throw new TooManyAtOnceException(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null);
        }
    }

    private sealed record Attempt(string Address, string Email);
}
