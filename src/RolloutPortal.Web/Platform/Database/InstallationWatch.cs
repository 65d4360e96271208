using Npgsql;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Database;

/// <summary>Follows what another process may have changed about the installation: the demo clock, and whether this is a demo at all.</summary>
public sealed class InstallationWatch(PortalDatabase database, Clock clock, DemoState demo, ILogger<InstallationWatch> log) : QuietService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Reads it once more, now.</summary>
    public async Task Look(CancellationToken ct = default)
    {
        demo.Scenario = await new Settings(database.Source).Get(Settings.DemoScenario, ct);
        await new ClockSetting(database.Source, clock).Follow(ct);
    }

    protected override async Task Work(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                log.LogDebug("The installation's settings cannot be read now: {Reason}", e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
