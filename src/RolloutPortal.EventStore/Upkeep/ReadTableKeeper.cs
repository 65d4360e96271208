using Npgsql;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Reading;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Upkeep;

/// <summary>How far the build of one read table has come.</summary>
/// <param name="Position">Read so far.</param>
/// <param name="Head">Of the log when the build was last looked at.</param>
public sealed record BuildProgress(string Table, long Position, long Head)
{
    public double Share => Head == 0 ? 1 : Math.Min(1, (double)Position / Head);
}

/// <summary>Builds read tables from the log beside the live ones and swaps them in while the portal serves.</summary>
public sealed class ReadTableKeeper(NpgsqlDataSource source, StoreSchema schema, EventTypes types, ReadModelSet models)
{
    private readonly LogScan scan = new(source, types);

    /// <summary>Told during builds, often.</summary>
    public event Action<BuildProgress>? Progressed;

    /// <summary>Compares this process's shapes with those that are live, and makes the views.</summary>
    /// <returns>Tables that must be built before they can be read; on an empty log they are made at once.</returns>
    public async Task<IReadOnlyList<ReadTable>> Open(CancellationToken ct = default)
    {
        await RefuseHidden(ct);
        var states = await States(ct);
        foreach (var (table, state) in models.Tables.Zip(states))
            table.IsLive = state.IsCurrent;
        var missing = models.Tables.Where(table => !table.IsLive).ToList();
        if (missing.Count > 0 && states[0].Head == 0)
        {
            foreach (var table in missing)
                await Build(table, ct);
            missing = [];
        }

        if (missing.Count == 0) await MakeViews(ct);
        return missing;
    }

    /// <summary>How far each table is behind the log, for readiness and for whoever waits for a build.</summary>
    public Task<IReadOnlyList<TableState>> States(CancellationToken ct = default) => TableState.Read(source, models, ct);

    /// <summary>Builds one table from the first event and swaps it in. Two processes that build the same one take turns.</summary>
    /// <remarks>A table that is live already is built anew; one that another process has built meanwhile is taken as it is.</remarks>
    public async Task Build(ReadTable table, CancellationToken ct = default)
    {
        var again = table.IsLive;
        await using var holder = await source.OpenConnectionAsync(ct);
        await using var turn = await holder.BeginTransactionAsync(ct);
        await CatalogLock.TakeShared(holder, ct);
        await holder.Execute("select pg_advisory_xact_lock(hashtext('rollout-build:' || current_schema() || ':' || $1))", ct, table.Name);
        if (!again && await IsBuilt(table, ct)) return;
        await using var connection = await source.OpenConnectionAsync(ct);
        await DropLeftovers(connection, table, ct);
        await connection.Execute(table.CreateTable(table.BuildTable), ct);
        await new TableFilling(table, scan, models, types, progress => Progressed?.Invoke(progress)).Run(connection, ct);
    }

    /// <summary>Makes the views that are missing or have changed.</summary>
    public async Task MakeViews(CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        if (await ViewKeeper.IsUpToDate(connection, models, ct)) return;
        await using var holder = await source.OpenConnectionAsync(ct);
        await using var turn = await holder.BeginTransactionAsync(ct);
        await CatalogLock.TakeShared(holder, ct);
        await SwapLock.Run(connection, () => ViewKeeper.Make(connection, models, skip: false, ct), () => Task.CompletedTask, ct);
    }

    /// <summary>The same tables and views as they stood after an earlier event, in a schema of their own, which is made anew.</summary>
    /// <param name="tables">Only these; null: all, and the views. Only the event types that they look at are read.</param>
    public async Task BuildAt(string asOfSchema, long position, IReadOnlyList<ReadTable>? tables = null, CancellationToken ct = default)
    {
        // First of all: whether it is a name at all, before it stands in a statement.
        var path = schema.SearchPathAsOf(asOfSchema);
        await using var connection = await source.OpenConnectionAsync(ct);
        await AsOfSchema.Empty(connection, asOfSchema, ct);
        await connection.Execute($"set search_path to {path}", ct);
        try
        {
            foreach (var table in tables ?? models.Tables)
            {
                await connection.Execute(table.CreateTable(table.Name), ct);
                await Fill(table, table.Name, connection, position, ct);
                foreach (var index in table.CreateIndexes(table.Name))
                    await connection.Execute(index, ct);
            }

            if (tables is null) await MakeAsOfViews(connection, ct);
        }
        finally
        {
            await connection.Execute("reset search_path", CancellationToken.None);
        }
    }

    /// <summary>Folds everything up to a position into an empty table of any name.</summary>
    internal Task Fill(ReadTable table, string target, NpgsqlConnection connection, long position, CancellationToken ct) =>
        TableFilling.Fill(scan, table, target, types, connection, position, progress => Progressed?.Invoke(progress), ct);

    private async Task MakeAsOfViews(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ViewKeeper.Make(connection, models, skip: false, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<bool> IsBuilt(ReadTable table, CancellationToken ct)
    {
        var states = await States(ct);
        table.IsLive = states.Single(state => state.Table == table.Name).IsCurrent;
        return table.IsLive;
    }

    /// <remarks>Whoever holds the turn is the only builder: what else lies there was broken off.</remarks>
    private static async Task DropLeftovers(NpgsqlConnection connection, ReadTable table, CancellationToken ct)
    {
        var left = await connection.Rows(
            "select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace and starts_with(relname, $1)",
            reader => reader.GetString(0), ct, table.Name + "__");
        foreach (var name in left)
            await connection.Execute($"drop table if exists \"{name}\"", ct);
    }

    /// <remarks>A read table hides whatever has its name further down the search path.</remarks>
    private async Task RefuseHidden(CancellationToken ct)
    {
        var hidden = await source.Rows(
            """
            select relname from pg_class
            where relname = any($1) and relnamespace <> current_schema()::regnamespace
                and relnamespace = any(current_schemas(false)::regnamespace[])
            """,
            reader => reader.GetString(0), ct, (object)models.Tables.Select(table => table.Name).Concat(models.Views.Select(view => view.Name)).ToArray());
        if (hidden.Count > 0) throw new InvalidOperationException($"The read table {hidden[0]} has the name of a table beside the log.");
    }
}
