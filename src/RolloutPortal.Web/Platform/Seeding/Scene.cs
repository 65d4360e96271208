using Npgsql;
using RolloutPortal.EventStore;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Hypercare.Logging;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Features.Locations.Acts;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Waves.Acts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>Where a story is told: the same ledger, texts and features as people use, on a clock and a connection of its own.</summary>
/// <remarks>A clock of its own, for the portal's is asked by everything else in the process, and another process may set it meanwhile.</remarks>
public sealed class Scene : IAsyncDisposable
{
    // The last commit of a load is a durable one, and durable is then all that came before it.
    private const string Fast = "-c synchronous_commit=off";

    private readonly NpgsqlDataSource source;
    private readonly Store store;
    private readonly ReadTables read;
    private readonly StateCache cache = new();
    private readonly CareLocations locations;

    private Scene(PortalDatabase database, IServiceProvider services, SeedIds ids)
    {
        Ids = ids;
        source = database.Schema.Connect(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = Fast, MaxPoolSize = 8 }.ConnectionString);
        store = new Store(source, database.Schema, EventCatalog.Types(), ReadModelCatalog.Models(), () => Time.Latest);
        read = new ReadTables(store);
        var clock = new Clock(Time);
        Actor = services.GetRequiredService<Actor>();
        Texts = new Texts(source, Actor, clock);
        Ledger = new Ledger(store, cache, Actor);
        Tickets = new TicketLogging(Ledger, Texts, clock);
        var directory = services.GetRequiredService<AccountDirectory>();
        Accounts = new AccountRegister(Ledger, new AccountDecisions(Ledger, read, Texts, directory), services.GetRequiredService<Passwords>(), directory, clock);
        Employees = new EmployeeRegister(source, Actor, clock);
        EmployeeDesk = new EmployeeDesk(store, Employees);
        LocationRegister = new LocationRegister(Ledger, read);
        LocationActs = new LocationActs(Ledger, read, clock);
        WaveLocations = new WaveLocations(Ledger, read, clock);
        locations = new CareLocations(read, new LocationDays(read, clock));
    }

    public SceneTime Time { get; } = new();

    public SeedIds Ids { get; }

    public Ledger Ledger { get; }

    public Texts Texts { get; }

    public TicketLogging Tickets { get; }

    public AccountRegister Accounts { get; }

    public EmployeeRegister Employees { get; }

    public EmployeeDesk EmployeeDesk { get; }

    public LocationRegister LocationRegister { get; }

    public LocationActs LocationActs { get; }

    public WaveLocations WaveLocations { get; }

    public Actor Actor { get; }

    /// <summary>Every location with its wave, as the latest deed about one left it.</summary>
    public IReadOnlyDictionary<Guid, CareLocation> Locations { get; private set; } = new Dictionary<Guid, CareLocation>();

    public static async Task<Scene> Open(PortalDatabase database, IServiceProvider services, SeedIds ids, CancellationToken ct)
    {
        var scene = new Scene(database, services, ids);
        if ((await scene.store.Tables.Open(ct)).Count > 0) throw new SeedRefusedException("Read tables are still being built; try again in a moment.");
        await scene.LookAgain(ct);
        return scene;
    }

    /// <summary>How long every stream is already.</summary>
    public async Task<Dictionary<Guid, long>> Versions(CancellationToken ct)
    {
        await using var command = source.CreateCommand("select id, version from mt_streams");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var versions = new Dictionary<Guid, long>();
        while (await reader.ReadAsync(ct))
            versions[reader.GetGuid(0)] = reader.GetInt64(1);
        return versions;
    }

    public async Task LookAgain(CancellationToken ct)
    {
        var all = (await read.All<LocationRow>(ct)).Select(row => row.LocationId).ToArray();
        Locations = (await locations.Of(all, ct)).ToDictionary(location => location.Id);
    }

    /// <summary>For what is more than one decision about one thing.</summary>
    public Task Append(Append append) => store.Append(append);

    /// <summary>A thing that nobody has heard of yet need not be looked for; were it there, the ledger would find out and look.</summary>
    public void Begin<TState>(Guid stream, TState initial) where TState : class => cache.Put(stream, new Known<TState>(stream, 0, initial));

    /// <summary>What somebody wrote, under an id that the same story always gives it.</summary>
    public WrittenText? Text(Guid stream, string words, DateTimeOffset at) => Texts.Draft(stream, words) is { } text
        ? text with { Id = Ids.Of("text", $"{stream}/{at.UtcTicks}/{words}") }
        : null;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await source.DisposeAsync();
    }
}
