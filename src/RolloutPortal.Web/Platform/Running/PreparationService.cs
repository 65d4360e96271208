using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Health;
using RolloutPortal.Web.Platform.Seeding;

namespace RolloutPortal.Web.Platform.Running;

/// <summary>What is left to do when the portal already serves: read tables to build, a demo to load into an empty database.</summary>
public sealed class PreparationService(
    PortalDatabase database, Preparation preparation, Scenarios scenarios, InstallationWatch installation, ILogger<PreparationService> log) : QuietService
{
    protected override async Task Work(CancellationToken stoppingToken)
    {
        try
        {
            await BuildTables(stoppingToken);
            if (preparation.Loading is { } scenario) await Load(scenario, stoppingToken);
            preparation.FinishLoading();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            log.LogError(e, "The portal could not be made ready");
            preparation.Fail(StartFailure.Explain(e) ?? "the portal could not be made ready; its log says why");
        }
    }

    private async Task BuildTables(CancellationToken ct)
    {
        foreach (var table in database.Unbuilt)
            preparation.Report(table.Name, 0);
        database.Store.Tables.Progressed += Report;
        await database.BuildMissing(preparation.Finish, ct);
        database.Store.Tables.Progressed -= Report;
    }

    private async Task Load(string scenario, CancellationToken ct)
    {
        log.LogInformation("Loading the scenario {Scenario}", scenario);
        await scenarios.Load(scenario, new Telling<SeedProgress>(Report), ct);
        await installation.Look(ct);
        log.LogInformation("The scenario {Scenario} is loaded", scenario);
    }

    private void Report(BuildProgress progress)
    {
        // A rebuild by hand shows nothing here: the old table serves meanwhile.
        if (database.Unbuilt.Any(table => table.Name == progress.Table)) preparation.Report(progress.Table, progress.Share);
    }

    private void Report(SeedProgress progress)
    {
        if (progress.Percent / 10 > (int)(preparation.Loaded * 10)) log.LogInformation("Loading the scenario: {Percent} %", progress.Percent);
        preparation.ReportLoading(progress.Percent / 100.0);
    }
}
