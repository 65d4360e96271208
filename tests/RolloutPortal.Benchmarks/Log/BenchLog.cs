using Npgsql;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Benchmarks.Log;

/// <summary>A PostgreSQL of its own with the settings of a real portal, and a store on it.</summary>
internal sealed class BenchLog : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly EmbeddedPostgres postgres;
    private readonly string folder;

    private BenchLog(EmbeddedPostgres postgres, string folder, NpgsqlDataSource source, Store store)
    {
        this.postgres = postgres;
        this.folder = folder;
        Source = source;
        Store = store;
    }

    public NpgsqlDataSource Source { get; }

    public Store Store { get; }

    public static ReadModelSet TwoModels => new ReadModelSet().Add<BenchTicketRow>().Add<BenchAuthorRow>();

    public static async Task<BenchLog> Open(ReadModelSet models)
    {
        var folder = TestFolders.NewOnDisk();
        var postgres = await EmbeddedPostgres.StartAsync(new(folder));
        await postgres.CreateDatabaseIfMissing("bench");
        var schema = new StoreSchema();
        var source = schema.Connect(postgres.ConnectionString("bench"));
        if (await source.Scalar<string>("select current_setting('fsync') || current_setting('synchronous_commit')") != "onon")
            throw new InvalidOperationException("Figures of a server that does not wait for its disk say nothing.");
        await schema.Install(source, []);
        var store = new Store(source, schema, EventCatalog.Types(), models, () => DateTimeOffset.UtcNow);
        await store.Tables.Open();
        return new BenchLog(postgres, folder, source, store);
    }

    public static TicketLogged Logged(Guid id, Guid location) => new(
        id, location, null, TicketKind.Fault, Impact.Team, Urgency.WorkaroundOk, SafetyOrPersonalData: false, Severity.S2, 4,
        Guid.CreateVersion7(), Guid.CreateVersion7(), Channel.Portal, DuringHypercare: true, Noon);

    public static TicketCommented Commented(Guid id, Guid author) => new(id, Guid.CreateVersion7(), author, Noon);

    /// <summary>Streams of one ticket each, written straight into the tables; the read tables must be built afterwards.</summary>
    public async Task Fill(IReadOnlyList<Guid> streams, int eventsEach)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await FillStreams(connection, streams, eventsEach);
        await using var events = await connection.BeginBinaryImportAsync(
            "copy mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type) from stdin (format binary)");
        events.Timeout = TimeSpan.FromMinutes(10);
        var authors = Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7()).ToArray();
        var position = await Store.Head();
        for (var version = 1; version <= eventsEach; version++)
        {
            for (var i = 0; i < streams.Count; i++)
            {
                object @event = version == 1 ? Logged(streams[i], authors[i % 90]) : Commented(streams[i], authors[(i + version) % authors.Length]);
                await Write(events, ++position, streams[i], version, @event);
            }
        }

        await events.CompleteAsync();
        await events.DisposeAsync();
        await connection.Execute($"select setval('mt_events_sequence', {position}); analyze mt_events; analyze mt_streams");
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Source.DisposeAsync();
        await postgres.DisposeAsync();
        TestFolders.Remove(folder);
    }

    private static async Task FillStreams(NpgsqlConnection connection, IReadOnlyList<Guid> streams, int eventsEach)
    {
        await using var import = await connection.BeginBinaryImportAsync("copy mt_streams (id, type, version) from stdin (format binary)");
        foreach (var stream in streams)
            await import.WriteRowAsync(default, stream, "ticket", (long)eventsEach);
        await import.CompleteAsync();
    }

    private async Task Write(NpgsqlBinaryImporter events, long position, Guid stream, long version, object @event)
    {
        var type = Store.Types.Of(@event.GetType());
        await events.StartRowAsync();
        await events.WriteAsync(position);
        await events.WriteAsync(Guid.CreateVersion7());
        await events.WriteAsync(stream);
        await events.WriteAsync(version);
        await events.WriteAsync(Store.Types.Write(@event), NpgsqlTypes.NpgsqlDbType.Jsonb);
        await events.WriteAsync(type.Name);
        await events.WriteAsync(Noon);
        await events.WriteAsync(type.DotNetName);
    }
}
