using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>Empties the database of a demo, under the lock that every append takes; the keys of cookies stay.</summary>
internal static class SeedReset
{
    private static readonly string Sql = EmbeddedSql.Read("SeedReset.sql", typeof(SeedReset).Assembly);

    /// <exception cref="SeedRefusedException">No scenario was ever loaded here: what is in the database is somebody's.</exception>
    public static async Task Run(PortalDatabase database, CancellationToken ct)
    {
        var state = await SeedState.Of(database, ct);
        if (state.IsEmpty) return;
        if (state.Loaded is null && state.Loading is null) throw new SeedRefusedException("This is no demo's database: nothing was changed. --reset empties only what a scenario has filled.");
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await AppendLock.Take(connection, ct);
        await connection.Execute(Sql, ct);
        await transaction.CommitAsync(ct);
    }
}
