using System.Data.Common;

namespace RolloutPortal.Web.Platform.Running;

/// <summary>Work beside the pages, for as long as the portal runs. Being stopped is no failure of it, also while the portal still starts:
/// then the host takes whatever ends the work for an error.</summary>
public abstract class QuietService : BackgroundService
{
    private bool hasBegun;

    /// <summary>What the host watches: stopped before it has begun, the work was never there.</summary>
    public override Task? ExecuteTask => base.ExecuteTask is { } work ? Unless(work) : null;

    protected abstract Task Work(CancellationToken stoppingToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        hasBegun = true;
        try
        {
            await Work(stoppingToken);
        }
        catch (Exception e) when (stoppingToken.IsCancellationRequested && e is (OperationCanceledException or ObjectDisposedException or DbException))
        {
            // The database goes with the portal.
        }
    }

    private async Task Unless(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException) when (!hasBegun)
        {
        }
    }
}
