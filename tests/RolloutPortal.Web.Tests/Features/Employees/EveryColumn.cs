using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>Every column of every table of the database, searched for words.</summary>
internal static class EveryColumn
{
    /// <param name="pattern">A regular expression of PostgreSQL; case does not matter.</param>
    /// <returns>Each as <c>schema.table.column</c>.</returns>
    public static async Task<List<string>> Holding(this NpgsqlDataSource source, string pattern)
    {
        var columns = await source.Rows(
            """
            select format('%I.%I', c.table_schema, c.table_name), format('%I', c.column_name)
            from information_schema.columns c
            join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
            where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
            """,
            row => (Table: row.GetString(0), Column: row.GetString(1)));
        var found = new List<string>();
        foreach (var (table, column) in columns)
            if (await source.Scalar<long>($"select count(*) from {table} where {column}::text ~* $1", default, pattern) > 0) found.Add($"{table}.{column}");
        Assert.NotEmpty(columns);
        return found;
    }
}
