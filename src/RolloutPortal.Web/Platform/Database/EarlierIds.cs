using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Platform.Database;

/// <summary>Keeps the ids of a database that an earlier version wrote: of things in a programme's stream, and of deleted texts.</summary>
/// <remarks>Once, under the lock that every append takes; from then on an append keeps its own.</remarks>
internal static class EarlierIds
{
    private const string Kept = "ids.kept";

    private static readonly string Sql = EmbeddedSql.Read("EarlierIds.sql", typeof(EarlierIds).Assembly);

    public static async Task Keep(NpgsqlDataSource source, CancellationToken ct)
    {
        if (await new Settings(source).Get(Kept, ct) is not null) return;
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // No id may be chosen meanwhile.
        await AppendLock.Take(connection, ct);
        await connection.Execute(Sql, ct);
        await connection.Execute("insert into setting (name, value) values ($1, 'yes') on conflict (name) do nothing", ct, Kept);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Things of a programme whose id belongs to something else, one line for each.</summary>
    public static Task<List<string>> Faults(NpgsqlDataSource source, CancellationToken ct) => source.Rows(
        """
        select t.type, t.id, coalesce(s.type, 'nothing')
        from (
            select 'area' as type, area_id as id from area_row
            union all select 'module', module_id from module_row
            union all select 'provider', provider_id from provider_row
        ) t
        left join mt_streams s on s.id = t.id
        where s.type is distinct from t.type
        order by t.id
        """,
        reader => $"{reader.GetString(0)} {reader.GetGuid(1)}: its id is kept for {reader.GetString(2)}", ct);
}
