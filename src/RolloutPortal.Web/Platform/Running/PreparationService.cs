using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Health;

namespace RolloutPortal.Web.Platform.Running;

/// <summary>What is left to do when the portal already serves: read tables to build, a demo to load into an empty database.</summary>
public sealed class PreparationService(
    PortalDatabase database, Preparation preparation, DemoLoading demo, InstallationWatch installation, ILogger<PreparationService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await BuildTables(stoppingToken);
            if (preparation.IsLoading) await demo.Load(stoppingToken);
            await installation.Look(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            log.LogError(e, "The portal could not be made ready");
            preparation.Fail(StartFailure.Explain(e) ?? "the portal could not be made ready; its log says why");
        }
        finally
        {
            preparation.FinishLoading();
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

    private void Report(BuildProgress progress) => preparation.Report(progress.Table, progress.Share);
}
