using System.Security.Cryptography;
using System.Text;
using Npgsql;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Upkeep;

/// <summary>The views over the read tables: made where they are missing or say something else than before.</summary>
/// <remarks>A view that is made carries a digest of its select as its comment; a swapped table takes its views with it.</remarks>
internal static class ViewKeeper
{
    private const string Ours = "view ";

    public static async Task<bool> IsUpToDate(NpgsqlConnection connection, ReadModelSet models, CancellationToken ct)
    {
        var there = await There(connection, ct);
        return there.Count == models.Views.Count && models.Views.All(view => there.GetValueOrDefault(view.Name) == Note(view));
    }

    /// <param name="skip">Leave out what can't be made yet, because tables under it are still being built.</param>
    public static async Task Make(NpgsqlConnection connection, ReadModelSet models, bool skip, CancellationToken ct)
    {
        foreach (var (name, note) in await There(connection, ct))
        {
            if (models.Views.All(view => view.Name != name || Note(view) != note))
                await connection.Execute($"drop view if exists \"{name}\" cascade", ct);
        }

        var kept = await There(connection, ct);
        foreach (var view in models.Views.Where(view => !kept.ContainsKey(view.Name)))
            await Make(connection, view, skip, ct);
    }

    private static async Task Make(NpgsqlConnection connection, ReadView view, bool skip, CancellationToken ct)
    {
        await connection.Execute("savepoint view", ct);
        try
        {
            await connection.Execute($"create view \"{view.Name}\" as {view.Select}", ct);
            await connection.Execute($"comment on view \"{view.Name}\" is '{Note(view)}'", ct);
            await connection.Execute("release savepoint view", ct);
        }
        catch (PostgresException unready) when (skip
            && unready.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction)
        {
            await connection.Execute("rollback to savepoint view", ct);
        }
    }

    private static async Task<Dictionary<string, string>> There(NpgsqlConnection connection, CancellationToken ct)
    {
        var found = await connection.Rows(
            """
            select relname, obj_description(oid, 'pg_class')
            from pg_class
            where relkind = 'v' and relnamespace = current_schema()::regnamespace and obj_description(oid, 'pg_class') like $1
            """,
            reader => (Name: reader.GetString(0), Note: reader.GetString(1)), ct, Ours + "%");
        return found.ToDictionary(view => view.Name, view => view.Note);
    }

    private static string Note(ReadView view) => Ours + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(view.Select)))[..16];
}
