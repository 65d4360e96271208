using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>Before anything is served there is a key, and one only: two nodes that start together would each make their own, and not
/// look for the other's until the next day.</summary>
public sealed class FirstKey(
    PortalDatabase database, IKeyManager keys, IOptions<PortalOptions> options, IHostEnvironment environment, ILogger<FirstKey> log)
    : IHostedLifecycleService
{
    private const string TakeLock = "select pg_advisory_xact_lock(hashtext('rollout-first-key'))";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (environment.IsProduction() && string.IsNullOrEmpty(options.Value.KeyCertificate))
            log.LogWarning("The keys of cookies are stored unencrypted: set Portal__KeyCertificate to a PKCS#12 file.");
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.Execute(TakeLock, cancellationToken);
        var now = DateTimeOffset.UtcNow;
        if (!keys.GetAllKeys().Any(key => !key.IsRevoked && key.ExpirationDate > now)) keys.CreateNewKey(now, now + Lifetime);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
