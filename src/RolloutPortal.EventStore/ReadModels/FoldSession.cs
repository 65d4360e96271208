using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.ReadModels;

/// <summary>One table's part in one group of appends: which rows it needs, the folds, what it writes.</summary>
/// <remarks>Prior rows are read under the append lock, never from a cache of this process (decisions.md 7).</remarks>
internal abstract class FoldSession
{
    public abstract void Expect(object @event);

    /// <summary>Null when no event of the group touches this table.</summary>
    public abstract NpgsqlBatchCommand? PriorRows();

    public abstract void ReadPrior(NpgsqlDataReader reader);

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
        : Statements.Command(table.Sql.SelectByKeys, keys.ToArray());

    public override void ReadPrior(NpgsqlDataReader reader)
    {
        while (reader.Read())
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
            yield return Statements.Command(table.Sql.Delete, removed);

        var rows = changed.Values.OfType<T>().ToList();
        if (rows.Count > 0)
            yield return table.Upsert(table.Sql, rows);
    }
}
