using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.Testing;

[assembly: AssemblyFixture(typeof(RolloutPortal.EventStore.Tests.Support.Server))]

namespace RolloutPortal.EventStore.Tests.Support;

/// <summary>One PostgreSQL for the run, and an installed database to copy.</summary>
public sealed class Server : IAsyncLifetime
{
    private readonly PostgresFixture postgres = new();

    public PostgresFixture Postgres => postgres;

    public string Template { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await postgres.InitializeAsync();
        var template = await postgres.NewDatabase();
        await using (await TestStore.Open(template)) { }
        Template = new Npgsql.NpgsqlConnectionStringBuilder(template).Database!;
    }

    public ValueTask DisposeAsync() => postgres.DisposeAsync();
}

/// <summary>A test with a database of its own, in which everything is installed and the log is empty.</summary>
public abstract class StoreTest(Server server) : IAsyncLifetime
{
    private readonly List<TestStore> opened = [];

    protected Server Server { get; } = server;

    protected string ConnectionString { get; private set; } = "";

    protected TestStore Portal { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        ConnectionString = await Server.Postgres.NewDatabase(Server.Template);
        Portal = await Another();
    }

    /// <summary>Another process on the same database.</summary>
    protected async Task<TestStore> Another(ReadModelSet? models = null, EventTypes? types = null)
    {
        var made = await TestStore.Open(ConnectionString, models, types);
        opened.Add(made);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in opened)
            await one.DisposeAsync();
        await Server.Postgres.DropDatabase(ConnectionString);
        GC.SuppressFinalize(this);
    }
}
