using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Writing;

/// <summary>The lock under which every append, and every swap of a read table, happens: one for all processes.</summary>
public static class AppendLock
{
    /// <summary>Held until the transaction ends.</summary>
    internal const string Sql = "select pg_advisory_xact_lock(hashtext('rollout-append:' || current_schema()))";

    /// <summary>Nothing is appended from here until the transaction of the connection ends.</summary>
    public static Task Take(NpgsqlConnection connection, CancellationToken ct = default) => connection.Execute(Sql, ct);
}
