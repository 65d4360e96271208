using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Upkeep;

/// <summary>A schema for tables as they stood on an earlier day. Whoever may not create one is given it, and empties it.</summary>
internal static class AsOfSchema
{
    public static async Task Empty(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        if (await connection.Scalar<bool>("select to_regnamespace($1) is null", ct, name))
        {
            await connection.Execute($"create schema {name}", ct);
            return;
        }

        var relations = await connection.Rows(
            "select case relkind when 'v' then 'view' else 'table' end, relname from pg_class where relnamespace = to_regnamespace($1) and relkind in ('r', 'v')",
            reader => $"drop {reader.GetString(0)} if exists {name}.\"{reader.GetString(1)}\" cascade", ct, name);
        foreach (var drop in relations)
            await connection.Execute(drop, ct);
    }
}
