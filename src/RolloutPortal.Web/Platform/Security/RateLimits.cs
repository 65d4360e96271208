using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>How often one client address may ask, whoever it is. A whole municipality may stand behind one.</summary>
public static class RateLimits
{
    /// <summary>Doors without a password (a demo's people, the link of the first administrator); where one is typed, <see cref="Attempts"/>.</summary>
    public const string SignIn = "sign-in";

    /// <summary>What browsers tell of themselves; worth little after the first.</summary>
    public const string Reports = "reports";

    private const int ReportsAtOnce = 50;

    /// <summary>At once, with as many waiting: a thousand watchers of a board ask when it changes.</summary>
    private const int AtOnce = 500;

    private const int Waiting = 5_000;

    private static readonly TimeSpan OneMore = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan UnlessToldOtherwise = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<PortalOptions>>((limits, portal) =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = Reject;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Everything);
            limits.AddPolicy(SignIn, http => RateLimitPartition.GetTokenBucketLimiter(ClientAddress.Of(http), _ => Attempts.Bucket(portal.Value.SignInsAtOnce, OneMore)));
            limits.AddPolicy(Reports, http => RateLimitPartition.GetTokenBucketLimiter(ClientAddress.Of(http), _ => Attempts.Bucket(ReportsAtOnce, OneMore)));
        });
        return services;
    }

    /// <remarks>A connection of the hub stays for hours: its endpoint is outside every limit.</remarks>
    private static RateLimitPartition<string> Everything(HttpContext http) =>
        RateLimitPartition.GetConcurrencyLimiter(ClientAddress.Of(http), _ => new() { PermitLimit = AtOnce, QueueLimit = Waiting });

    private static ValueTask Reject(OnRejectedContext context, CancellationToken ct)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : UnlessToldOtherwise;
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
