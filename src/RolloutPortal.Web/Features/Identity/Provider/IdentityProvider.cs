using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace RolloutPortal.Web.Features.Identity.Provider;

/// <summary>What the provider publishes of itself: addresses and keys. Asked when it is needed, never at the start: a portal without its
/// provider serves, and passwords go on.</summary>
public sealed class IdentityProvider(IOptions<IdentityOptions> options, IdentityBackchannel http, TimeProvider machine, ILogger<IdentityProvider> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    /// <summary>Tokens with unknown keys are cheap to make: they make nobody ask the provider more often than this.</summary>
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromSeconds(30);

    /// <summary>A crowd at the door does not wait for a dead provider one after the other.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim asking = new(1);
    private volatile Published? known;
    private DateTimeOffset failedAt = DateTimeOffset.MinValue;

    /// <exception cref="IdentityException">It does not answer, and never has.</exception>
    public async Task<OpenIdConnectConfiguration> Configuration(CancellationToken ct = default) =>
        known is { } found && machine.GetUtcNow() - found.At < Kept ? found.Configuration : await Ask(known, ct);

    /// <summary>Once more, since a key was not among its keys; the same one when it was asked a moment ago.</summary>
    public async Task<OpenIdConnectConfiguration> After(OpenIdConnectConfiguration seen, CancellationToken ct = default) =>
        known is { } found && (found.Configuration != seen || machine.GetUtcNow() - found.At < BetweenRefreshes) ? found.Configuration : await Ask(known, ct);

    public void Dispose() => asking.Dispose();

    /// <param name="before">Whoever waited for somebody else's question takes its answer.</param>
    private async Task<OpenIdConnectConfiguration> Ask(Published? before, CancellationToken ct)
    {
        await asking.WaitAsync(ct);
        try
        {
            if (known is { } found && found != before) return found.Configuration;
            if (machine.GetUtcNow() - failedAt < AfterFailure) return known?.Configuration ?? throw Away(null);
            return (known = new(await Read(ct), machine.GetUtcNow())).Configuration;
        }
        catch (Exception e) when (e is not (IdentityException or OperationCanceledException) || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            failedAt = machine.GetUtcNow();
            log.LogWarning("The identity provider does not answer: {Error}", e.GetType().Name);
            return known?.Configuration ?? throw Away(e);
        }
        finally
        {
            asking.Release();
        }
    }

    private async Task<OpenIdConnectConfiguration> Read(CancellationToken ct)
    {
        var authority = options.Value.Authority.TrimEnd('/');
        var documents = new HttpDocumentRetriever(http.Client) { RequireHttps = options.Value.RequireHttps };
        var read = await OpenIdConnectConfigurationRetriever.GetAsync($"{authority}/.well-known/openid-configuration", documents, ct);
        // OpenID Connect Discovery 1.0, 4.3: a document that speaks for somebody else is none.
        if (read.Issuer.TrimEnd('/') != authority) throw new InvalidOperationException("another issuer");
        if (string.IsNullOrEmpty(read.AuthorizationEndpoint) || string.IsNullOrEmpty(read.TokenEndpoint)) throw new InvalidOperationException("no endpoints");
        return read;
    }

    private static IdentityException Away(Exception? why) => new(IdentityFault.Away, "discovery failed", why);

    private sealed record Published(OpenIdConnectConfiguration Configuration, DateTimeOffset At);
}

/// <summary>The portal's own way to the provider, past the browser.</summary>
public sealed class IdentityBackchannel : IDisposable
{
    private const int LargestAnswer = 1024 * 1024;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = LargestAnswer,
    };

    public void Dispose() => Client.Dispose();
}
