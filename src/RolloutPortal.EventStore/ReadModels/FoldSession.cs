using Npgsql;
using NpgsqlTypes;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.ReadModels;

/// <summary>One table's part in one group of appends: which rows it needs, the folds, what it writes.</summary>
/// <remarks>Prior rows are read under the append lock, never from a cache of this process (decisions.md 7).</remarks>
internal abstract class FoldSession
{
    public abstract void Expect(object @event);

    /// <summary>Null when no event of the group touches this table.</summary>
    public abstract NpgsqlBatchCommand? PriorRows();

    public abstract Task ReadPrior(NpgsqlDataReader reader);

    public abstract void Fold(object @event, ISet<string> topics);

    public abstract IEnumerable<NpgsqlBatchCommand> Writes();
}

/// <inheritdoc cref="FoldSession"/>
internal sealed class FoldSession<T>(ReadTable<T> table) : FoldSession where T : class, IReadModel<T>
{
    private readonly HashSet<Guid> keys = [];
    private readonly Dictionary<Guid, T> prior = [];
    private readonly Dictionary<Guid, T?> changed = [];

    public override void Expect(object @event)
    {
        foreach (var key in T.KeysOf(@event))
            keys.Add(key);
    }

    public override NpgsqlBatchCommand? PriorRows() => keys.Count == 0
        ? null
        : Statements.Command($"select {table.ColumnList} from \"{table.Name}\" where \"{table.KeyColumn}\" = any($1)", keys.ToArray());

    public override async Task ReadPrior(NpgsqlDataReader reader)
    {
        while (await reader.ReadAsync())
        {
            var row = table.Read(reader);
            prior[table.KeyOf(row)] = row;
        }
    }

    public override void Fold(object @event, ISet<string> topics)
    {
        foreach (var key in T.KeysOf(@event))
        {
            var before = changed.TryGetValue(key, out var folded) ? folded : prior.GetValueOrDefault(key);
            var after = T.Fold(before, @event, key);
            if (before is not null) topics.UnionWith(before.Topics);
            if (after is not null) topics.UnionWith(after.Topics);
            if (!Equals(before, after)) changed[key] = after;
        }
    }

    public override IEnumerable<NpgsqlBatchCommand> Writes()
    {
        var removed = changed.Where(pair => pair.Value is null && prior.ContainsKey(pair.Key)).Select(pair => pair.Key).ToArray();
        if (removed.Length > 0)
            yield return Statements.Command($"delete from \"{table.Name}\" where \"{table.KeyColumn}\" = any($1)", removed);

        var rows = changed.Values.OfType<T>().ToList();
        if (rows.Count > 0)
            yield return Upsert(table, table.Name, rows);
    }

    /// <summary>Many rows in one statement, whatever their number: its text never changes, so that it stays prepared.</summary>
    internal static NpgsqlBatchCommand Upsert(ReadTable<T> table, string into, IReadOnlyList<T> rows)
    {
        var columns = table.Columns;
        var sets = columns.Skip(1).Select(column => $"\"{column.Name}\" = excluded.\"{column.Name}\"").ToList();
        var command = new NpgsqlBatchCommand($"""
            insert into "{into}" ({table.ColumnList})
            select {string.Join(", ", columns.Select((column, i) => column.FromArray(i + 1)))}
            from unnest({string.Join(", ", columns.Select((column, i) => column.ArrayCast(i + 1)))})
                as u({string.Join(", ", columns.Select((_, i) => $"c{i + 1}"))})
            on conflict ("{table.KeyColumn}") do {(sets.Count == 0 ? "nothing" : "update set " + string.Join(", ", sets))}
            """);
        foreach (var column in columns)
            command.Parameters.Add(column.ToParameter(rows));
        return command;
    }

    internal static NpgsqlParameter Keys(IEnumerable<Guid> keys) => new() { Value = keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };
}
