using Npgsql;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>Reads rows of read models.</summary>
/// <exception cref="ReadModelBuildingException">Every method: the table has not been built yet.</exception>
public sealed class ReadTables(EventStore.Store store)
{
    public async Task<T?> Get<T>(Guid key, CancellationToken ct = default) where T : class, IReadModel<T> =>
        (await Where<T>($"\"{KeyOf<T>()}\" = $1", ct, key)).FirstOrDefault();

    /// <param name="condition">What stands behind <c>where</c>, also <c>order by</c> and <c>limit</c>; <c>true</c> for all.</param>
    public async Task<List<T>> Where<T>(string condition, CancellationToken ct = default, params object[] values) where T : class, IReadModel<T>
    {
        var table = Live<T>();
        return await store.Source.Rows($"select {table.ColumnList} from \"{table.Name}\" where {condition}", table.Read, ct, values);
    }

    public Task<List<T>> All<T>(CancellationToken ct = default) where T : class, IReadModel<T> => Where<T>("true", ct);

    /// <summary>Rows of a view or a join, read by position.</summary>
    public Task<List<T>> Query<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct = default, params object[] values) =>
        store.Source.Rows(sql, read, ct, values);

    /// <summary>As <see cref="Query"/>, planned each time for the very values: where few or nearly all rows may fit.</summary>
    public Task<List<T>> Planned<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct = default, params object[] values) =>
        store.Source.PlannedRows(sql, read, ct, values);

    /// <summary>As <see cref="Planned"/>, for a page of many in the order of an index.</summary>
    public Task<List<T>> Walked<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct = default, params object[] values) =>
        store.Source.WalkedRows(sql, read, ct, values);

    /// <summary>As <see cref="Query"/>, one by one: for exports.</summary>
    public IAsyncEnumerable<T> Stream<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct = default, params object[] values) =>
        store.Source.Stream(sql, read, ct, values);

    private static string KeyOf<T>() => EventStore.Events.StoredName.Of(typeof(T).GetProperties()[0].Name);

    private ReadTable<T> Live<T>() where T : class, IReadModel<T>
    {
        var table = store.Models.Of<T>();
        return table.IsLive ? table : throw new ReadModelBuildingException(table.Name);
    }
}
