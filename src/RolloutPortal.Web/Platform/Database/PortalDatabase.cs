using Microsoft.Extensions.Options;
using Npgsql;
using RolloutPortal.EventStore;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Postgres;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Database;

/// <summary>The database of this process: the configured one, else the embedded server; its schemas, store and read tables.</summary>
public sealed class PortalDatabase(
    IConfiguration configuration, IOptions<PortalOptions> options, IHostEnvironment environment, Clock clock, ILogger<PortalDatabase> log)
    : IAsyncDisposable
{
    public const string ProductionNeeds = "Production needs ConnectionStrings__Portal (or Portal__Embedded=true for the embedded PostgreSQL).";

    private EmbeddedPostgres? embedded;
    private NpgsqlDataSource? source;
    private Store? store;

    public StoreSchema Schema { get; } = new();

    public NpgsqlDataSource Source => source ?? throw new InvalidOperationException("The database has not been opened.");

    public Store Store => store ?? throw new InvalidOperationException("The database has not been opened.");

    public string ConnectionString { get; private set; } = "";

    /// <summary>For a connection outside the pool: the log's tail.</summary>
    public string ConnectionStringWithSchemas => new NpgsqlConnectionStringBuilder(ConnectionString) { SearchPath = Schema.SearchPath }.ConnectionString;

    /// <summary>How the embedded server is doing; null where another is configured.</summary>
    public EmbeddedPostgresState? Embedded => embedded?.State;

    /// <summary>The embedded server came back at another address, where this process cannot follow it: it is to be started again.</summary>
    public event Action? Moved;

    /// <summary>Tables that had to be built from the log when this process started.</summary>
    public IReadOnlyList<ReadTable> Unbuilt { get; private set; } = [];

    /// <summary>The scripts of the portal's own tables, for <c>schema --print</c> too.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [EmbeddedSql.Read("Portal.sql", typeof(PortalDatabase).Assembly)];

    /// <exception cref="PortalConfigurationException">Production without a database to run on.</exception>
    public async Task Open(CancellationToken ct = default)
    {
        ConnectionString = configuration.GetConnectionString("Portal") is { Length: > 0 } configured ? configured : await StartEmbedded(ct);
        source = Schema.Connect(ConnectionString);
        await Schema.Install(source, Scripts, ct);
        await EarlierIds.Keep(source, ct);
        await new ClockSetting(source, clock).Restore(options.Value.Clock, ct);
        store = new Store(source, Schema, EventCatalog.Types(), ReadModelCatalog.Models(), () => clock.Now);
        Unbuilt = await store.Tables.Open(ct);
        await TicketSearchRows.CatchUp(source, ct);
    }

    /// <summary>Builds what <see cref="Open"/> found missing, while the rest is served.</summary>
    /// <param name="built">Told the name of each table that is done.</param>
    public async Task BuildMissing(Action<string>? built = null, CancellationToken ct = default)
    {
        foreach (var table in Unbuilt)
        {
            log.LogInformation("Building read table {Table}", table.ProgressName);
            await Store.Tables.Build(table, ct);
            built?.Invoke(table.Name);
        }

        Unbuilt = [];
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        if (source is not null) await source.DisposeAsync();
        if (embedded is not null) await embedded.DisposeAsync();
    }

    private async Task<string> StartEmbedded(CancellationToken ct)
    {
        if (environment.IsProduction() && !options.Value.Embedded)
            throw new PortalConfigurationException(ProductionNeeds);
        var directory = options.Value.DataDirectory is { Length: > 0 } chosen ? chosen : EmbeddedPostgres.DefaultDataDirectory();
        embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(directory, options.Value.Durable), log, ct);
        embedded.Changed += Heal;
        await embedded.CreateDatabaseIfMissing("portal");
        return embedded.ConnectionString("portal");
    }

    /// <summary>Connections of the pool lead to the server that died.</summary>
    private void Heal(EmbeddedPostgresState state)
    {
        if (source is null) return;
        source.Clear();
        if (!state.IsRunning || state.Port == new NpgsqlConnectionStringBuilder(ConnectionString).Port) return;
        log.LogCritical("PostgreSQL had to move to port {Port}; the portal stops, and finds it when it is started again", state.Port);
        Moved?.Invoke();
    }
}

/// <summary>The installation is not configured as it must be; the message says what to do.</summary>
public sealed class PortalConfigurationException(string message) : Exception(message);
