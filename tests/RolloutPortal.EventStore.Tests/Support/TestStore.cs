using Npgsql;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Tests.Support;

/// <summary>What one process of the portal has: a pool, its shapes, a store. Several may share a database.</summary>
public sealed class TestStore : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private TestStore(string connectionString, ReadModelSet models, EventTypes types)
    {
        ConnectionString = connectionString;
        Source = Schema.Connect(connectionString);
        Store = new Store(Source, Schema, types, models, () => Now);
    }

    public static StoreSchema Schema { get; } = new();

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public Store Store { get; }

    /// <summary>The portal's clock; tests turn it.</summary>
    public DateTimeOffset Now { get; set; } = Noon;

    public static ReadModelSet BothModels => new ReadModelSet().Add<ParcelRow>().Add<DepotRow>();

    public static EventTypes AllTypes => new(typeof(ParcelEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ParcelEvent))));

    /// <summary>Installed and opened; on an empty log everything is live at once.</summary>
    public static async Task<TestStore> Open(string connectionString, ReadModelSet? models = null, EventTypes? types = null)
    {
        var made = Closed(connectionString, models, types);
        await Schema.Install(made.Source, []);
        await made.Store.Tables.Open();
        return made;
    }

    public static TestStore Closed(string connectionString, ReadModelSet? models = null, EventTypes? types = null) =>
        new(connectionString, models ?? BothModels, types ?? AllTypes);

    public Task<Appended> Append(Guid id, long expected, params object[] events) => Store.Append(Any.Append(id, expected, events));

    public Task<List<ParcelRow>> Parcels() => Rows<ParcelRow>();

    public Task<List<T>> Rows<T>() where T : class, IReadModel<T>
    {
        var table = Store.Models.Of<T>();
        return Source.Rows($"select {table.ColumnList} from \"{table.Name}\" order by 1", table.Read);
    }

    public Task<T?> Scalar<T>(string sql, params object?[] values) => Source.Scalar<T>(sql, default, values);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Source.DisposeAsync();
    }
}
