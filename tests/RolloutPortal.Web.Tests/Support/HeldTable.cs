using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Tests.Support;

/// <summary>A table that is kept from everybody: whoever comes to it waits there until the test lets go.</summary>
internal sealed class HeldTable : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly string table;
    private readonly NpgsqlConnection holder;

    private HeldTable(NpgsqlDataSource source, string table, NpgsqlConnection holder) => (this.source, this.table, this.holder) = (source, table, holder);

    public static async Task<HeldTable> Of(NpgsqlDataSource source, string table)
    {
        var holder = await source.OpenConnectionAsync();
        await holder.Execute($"begin; lock table {table} in access exclusive mode");
        return new(source, table, holder);
    }

    /// <summary>Returns as soon as somebody waits for it.</summary>
    /// <param name="words">Of the statement with which they came.</param>
    /// <returns>The process of PostgreSQL that waits.</returns>
    public async Task<int> Reached(string words) => (await Soon.Is(
        () => source.Rows(
            """
            select a.pid from pg_locks l join pg_stat_activity a using (pid)
            where not l.granted and l.relation = $1::regclass and a.datname = current_database() and position($2 in a.query) > 0
            """,
            row => row.GetInt32(0), default, table, words),
        waiting => waiting.Count > 0, $"'{words}' at {table}"))[0];

    public async ValueTask DisposeAsync()
    {
        await holder.Execute("rollback");
        await holder.DisposeAsync();
    }
}
