using Npgsql;

namespace RolloutPortal.EventStore.Schema;

/// <summary>One lock over everything that a portal does to its database's catalogs: the installation alone, builds and swaps of read tables beside
/// each other.</summary>
/// <remarks>The installation grants rights on whatever tables there are, and waits for no lock of theirs: a table that is renamed meanwhile ends it with
/// <c>tuple concurrently updated</c>. Held until the transaction ends.</remarks>
internal static class CatalogLock
{
    private const long Key = 7_204_001;

    /// <summary>Nobody else makes, renames or drops anything.</summary>
    public static Task TakeAlone(NpgsqlConnection connection, CancellationToken ct) => connection.Execute($"select pg_advisory_xact_lock({Key})", ct);

    /// <summary>Nothing is installed; others may do so too.</summary>
    public static Task TakeShared(NpgsqlConnection connection, CancellationToken ct) => connection.Execute($"select pg_advisory_xact_lock_shared({Key})", ct);
}
