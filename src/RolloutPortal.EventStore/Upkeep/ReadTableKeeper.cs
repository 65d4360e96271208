using Npgsql;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Reading;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

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
        var live = (await source.Rows("select name from mt_event_progression", reader => reader.GetString(0), ct)).ToHashSet();
        foreach (var table in models.Tables)
            table.IsLive = live.Contains(table.ProgressName);
        var missing = models.Tables.Where(table => !table.IsLive).ToList();
        if (missing.Count > 0 && await Head(ct) == 0)
        {
            foreach (var table in missing)
                await Build(table, ct);
            missing = [];
        }

        if (missing.Count == 0) await MakeViews(ct);
        return missing;
    }

    /// <summary>Builds one table from the first event and swaps it in. Two processes that build the same one take turns.</summary>
    public async Task Build(ReadTable table, CancellationToken ct = default)
    {
        await using var holder = await source.OpenConnectionAsync(ct);
        await using var turn = await holder.BeginTransactionAsync(ct);
        await holder.Execute("select pg_advisory_xact_lock(hashtext($1))", ct, "build:" + table.BuildName);
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.Execute($"drop table if exists {schema.Read}.\"{table.BuildTable}\"", ct);
        await connection.Execute(table.CreateTable(table.BuildTable), ct);
        await new TableFilling(table, scan, schema, models, types, progress => Progressed?.Invoke(progress)).Run(connection, ct);
        table.IsLive = true;
    }

    /// <summary>Makes the views anew over the tables that are live now.</summary>
    public async Task MakeViews(CancellationToken ct = default)
    {
        if (models.Views.Count == 0) return;
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(GroupCommit.TakeLock, ct);
        await MakeViews(connection, models, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The same tables and views as they stood after an earlier event, in a schema of their own, which is made anew.</summary>
    /// <param name="tables">Only these; null: all. Only the event types that they look at are read.</param>
    public async Task BuildAt(string asOfSchema, long position, IReadOnlyList<ReadTable>? tables = null, CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await connection.Execute($"drop schema if exists {asOfSchema} cascade; create schema {asOfSchema}; set search_path to {schema.SearchPathAsOf(asOfSchema)}", ct);
        foreach (var table in tables ?? models.Tables)
        {
            await connection.Execute(table.CreateTable(table.Name), ct);
            await TableFilling.Fill(scan, table, table.Name, types, connection, after: 0, position, _ => { }, ct);
            foreach (var index in table.CreateIndexes(table.Name))
                await connection.Execute(index, ct);
        }

        if (tables is null) await MakeViews(connection, models, ct);
        await connection.Execute($"set search_path to {schema.SearchPath}", ct);
    }

    internal static async Task MakeViews(NpgsqlConnection connection, ReadModelSet models, CancellationToken ct)
    {
        foreach (var view in models.Views.Reverse())
            await connection.Execute($"drop view if exists \"{view.Name}\"", ct);
        foreach (var view in models.Views)
            await connection.Execute($"create view \"{view.Name}\" as {view.Select}", ct);
    }

    private async Task<long> Head(CancellationToken ct) => await source.Scalar<long?>("select max(seq_id) from mt_events", ct) ?? 0;
}
