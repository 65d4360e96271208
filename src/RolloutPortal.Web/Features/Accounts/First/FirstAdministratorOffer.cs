using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Features.Accounts.First;

/// <summary>Prints the link when the server listens and nobody has an account.</summary>
/// <remarks>To standard output alone: the structured log is read, forwarded and kept by others.</remarks>
public sealed class FirstAdministratorOffer(
    FirstAdministrator first, IServer server, IHostEnvironment environment, IOptions<PortalOptions> options) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        // There the accounts are about to come with the scenario.
        if (environment.IsDevelopment() && options.Value.Scenario.Length > 0) return;
        if (!await first.IsWanted(cancellationToken)) return;
        await Console.Out.WriteLineAsync($"First administrator (one hour, one use): {Address()}{await first.NewLink(cancellationToken)}");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Where this machine's own browser reaches it; a server that listens everywhere has no name of its own.</summary>
    private string Address()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        return address.Replace("[::]", "localhost").Replace("0.0.0.0", "localhost").Replace("//+", "//localhost").Replace("//*", "//localhost");
    }
}
