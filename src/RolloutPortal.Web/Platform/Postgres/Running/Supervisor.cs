using Npgsql;

namespace RolloutPortal.Web.Platform.Postgres.Running;

/// <summary>Looks after the server for as long as the portal runs, and brings it back when it has died.</summary>
/// <remarks>Of two portals the first to get the start lock starts the server; the other finds it running.</remarks>
internal sealed class Supervisor(Server server, ServerLocks locks, Watchdog? watchdog, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250), _longest = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource leaving = new();
    private volatile EmbeddedPostgresState state = new(IsRunning: false, Port: 0, ProcessId: 0);
    private Task watching = Task.CompletedTask;

    public event Action<EmbeddedPostgresState>? Changed;

    public EmbeddedPostgresState State => this.state;

    /// <summary>Held here, beside a task that lives as long as the portal: a collected pipe would look like our end.</summary>
    public Watchdog? Watchdog => watchdog;

    public void Begin()
    {
        this.state = new(IsRunning: true, server.Port, server.ProcessId);
        watching = Task.Run(() => Watch(leaving.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        leaving.Dispose();
    }

    private async Task Watch(CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(Glance, ct);
            if (!server.IsRunning) await Heal(ct);
        }
    }

    private async Task Heal(CancellationToken ct)
    {
        logger.LogWarning("PostgreSQL (process {ProcessId}) has died and is being started again", this.state.ProcessId);
        Tell(this.state with { IsRunning = false });
        for (var pause = Glance; !await TryStart(ct); pause = pause * 2 < _longest ? pause * 2 : _longest)
            await Task.Delay(pause, ct);

        NpgsqlConnection.ClearAllPools();
        Tell(new(IsRunning: true, server.Port, server.ProcessId, this.state.Restarts + 1));
    }

    private async Task<bool> TryStart(CancellationToken ct)
    {
        try
        {
            await using var starting = await locks.Start(logger, ct);
            await server.AttachOrStart(mayCreate: false, ct);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "PostgreSQL cannot be started again");
            Tell(this.state with { Fault = e.Message });
            return false;
        }
    }

    private void Tell(EmbeddedPostgresState state)
    {
        this.state = state;
        try
        {
            Changed?.Invoke(state);
        }
        catch (Exception e)
        {
            logger.LogError(e, "A listener failed on hearing about PostgreSQL");
        }
    }
}
