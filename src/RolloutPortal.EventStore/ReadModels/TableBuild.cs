using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.ReadModels;

/// <summary>A table being filled from the log: rows are folded in memory and written when they are many, or at the end.</summary>
internal abstract class TableBuild
{
    /// <summary>Folds a run of events, in order.</summary>
    public abstract Task Fold(IReadOnlyList<object> events, NpgsqlConnection connection, CancellationToken ct);

    /// <summary>Writes what is still in memory.</summary>
    public abstract Task Flush(NpgsqlConnection connection, CancellationToken ct);
}

/// <inheritdoc cref="TableBuild"/>
/// <remarks>Memory holds at most <see cref="ReadTable.RowsInMemory"/> rows beside one run of events, however long the log is.</remarks>
internal sealed class TableBuild<T>(ReadTable<T> table, string target) : TableBuild where T : class, IReadModel<T>
{
    private readonly TableSql sql = table.SqlFor(target);
    private readonly Dictionary<Guid, T?> rows = [];
    private bool spilled;

    public override async Task Fold(IReadOnlyList<object> events, NpgsqlConnection connection, CancellationToken ct)
    {
        if (spilled) await LoadPrior(events, connection, ct);
        foreach (var @event in events)
        {
            foreach (var key in T.KeysOf(@event))
                rows[key] = T.Fold(rows.GetValueOrDefault(key), @event, key);
        }

        if (rows.Count > table.RowsInMemory) await Flush(connection, ct);
    }

    public override async Task Flush(NpgsqlConnection connection, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        if (spilled) await Merge(connection, ct);
        else await Copy(connection, ct);
        spilled = true;
        rows.Clear();
    }

    private async Task Copy(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"copy \"{target}\" ({table.ColumnList}) from stdin (format binary)", ct);
        foreach (var row in rows.Values.OfType<T>())
        {
            await importer.StartRowAsync(ct);
            foreach (var column in table.Columns)
                await column.Write(importer, row, ct);
        }

        await importer.CompleteAsync(ct);
    }

    private async Task Merge(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Statements.Command(sql.Delete, rows.Where(pair => pair.Value is null).Select(pair => pair.Key).ToArray()));
        batch.BatchCommands.Add(table.Upsert(sql, [.. rows.Values.OfType<T>()]));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task LoadPrior(IReadOnlyList<object> events, NpgsqlConnection connection, CancellationToken ct)
    {
        var missing = events.SelectMany(T.KeysOf).Where(key => !rows.ContainsKey(key)).Distinct().ToArray();
        if (missing.Length == 0) return;
        await using var command = Statements.Bind(connection.CreateCommand(), sql.SelectByKeys, missing);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = table.Read(reader);
            rows[table.KeyOf(row)] = row;
        }
    }
}
