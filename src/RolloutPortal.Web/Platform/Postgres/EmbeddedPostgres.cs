using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using RolloutPortal.Web.Platform.Postgres.Running;

namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>The portal's own PostgreSQL: started or shared, supervised, and stopped by the last portal that leaves.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly Server server;
    private readonly ServerLocks locks;
    private readonly Supervisor supervisor;
    private bool left;

    private EmbeddedPostgres(Server server, ServerLocks locks, ILogger logger)
    {
        (this.server, this.locks) = (server, locks);
        locks.Use();
        supervisor = new(server, locks, Watchdog.Over(server, locks, logger), logger);
    }

    public EmbeddedPostgresState State => supervisor.State;

    public int ServerProcessId => State.ProcessId;

    /// <summary>The server died, or runs again. A data source kept for long should be cleared then
    /// (<see cref="NpgsqlDataSource.Clear"/>), and be built anew if <see cref="EmbeddedPostgresState.Port"/> differs.</summary>
    public event Action<EmbeddedPostgresState>? Changed
    {
        add => supervisor.Changed += value;
        remove => supervisor.Changed -= value;
    }

    /// <exception cref="EmbeddedPostgresException">The server cannot run here.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, ILogger? logger = null, CancellationToken ct = default)
    {
        logger ??= NullLogger.Instance;
        var locks = ServerLocks.In(options.DataDirectory);
        EmbeddedPostgres? postgres = null;
        try
        {
            await using var starting = await locks.Start(logger, ct);
            postgres = new(await Server.For(options, locks.Folder, logger, ct), locks, logger);
            await postgres.server.AttachOrStart(mayCreate: true, ct);
            postgres.supervisor.Begin();
            return postgres;
        }
        catch (Exception e)
        {
            if (postgres is not null) await postgres.DisposeAsync();
            if (e is not UnauthorizedAccessException) throw;
            throw new EmbeddedPostgresException(
                $"{e.Message} Do the data in {locks.Folder} belong to another user of this machine?", e);
        }
    }

    /// <summary>As root a folder that an unprivileged user can reach, else the user's own.</summary>
    public static string DefaultDataDirectory() => ServerAccount.WeAreRoot
        ? "/var/lib/rolloutportal"
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "rolloutportal");

    public string ConnectionString(string database) => this.server.ConnectionString(database, pooled: true);

    public async Task CreateDatabaseIfMissing(string name)
    {
        await using var source = NpgsqlDataSource.Create(this.server.ConnectionString("postgres", pooled: false));
        await using var exists = source.CreateCommand("select from pg_database where datname = $1");
        exists.Parameters.Add(new() { Value = name });
        await using (var found = await exists.ExecuteReaderAsync())
            if (found.HasRows) return;

        try
        {
            await using var create = source.CreateCommand($"create database {new NpgsqlCommandBuilder().QuoteIdentifier(name)}");
            await create.ExecuteNonQueryAsync();
        }
        catch (PostgresException e)
            when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another portal was first, which is as good.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (left) return;
        left = true;
        await supervisor.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await using var stopping = await this.locks.Start(NullLogger.Instance, patience.Token);
            if (this.locks.LeaveAsLast()) await this.server.Stop();
            supervisor.Watchdog?.Dismiss();
        }
        catch (OperationCanceledException)
        {
            // Somebody starts a server that recovers for long; the watchdog takes care of it after our end.
        }
        catch (DirectoryNotFoundException)
        {
            // The data directory was removed under us: there is nothing left to leave in order.
        }
    }
}
