namespace RolloutPortal.EventStore.ReadModels;

/// <summary>The statements that read and write the rows of one table: their texts never change, so that they stay prepared.</summary>
internal sealed record TableSql(string SelectByKeys, string Upsert, string Delete)
{
    /// <param name="table">The live table, or one being built.</param>
    public static TableSql Of<T>(string table, string columnList, IReadOnlyList<Column<T>> columns)
    {
        var key = columns[0].Name;
        var sets = columns.Skip(1).Select(column => $"\"{column.Name}\" = excluded.\"{column.Name}\"").ToList();
        return new TableSql(
            $"select {columnList} from \"{table}\" where \"{key}\" = any($1)",
            $"""
            insert into "{table}" ({columnList})
            select {string.Join(", ", columns.Select((column, i) => column.FromArray(i + 1)))}
            from unnest({string.Join(", ", columns.Select((column, i) => column.ArrayCast(i + 1)))})
                as u({string.Join(", ", columns.Select((_, i) => $"c{i + 1}"))})
            on conflict ("{key}") do {(sets.Count == 0 ? "nothing" : "update set " + string.Join(", ", sets))}
            """,
            $"delete from \"{table}\" where \"{key}\" = any($1)");
    }
}
