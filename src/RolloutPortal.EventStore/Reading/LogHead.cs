using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Reading;

/// <summary>The position of the last event; 0 for an empty log.</summary>
internal static class LogHead
{
    private const string Sql = "select max(seq_id) from mt_events";

    public static async Task<long> Of(NpgsqlConnection connection, CancellationToken ct) => await connection.Scalar<long?>(Sql, ct) ?? 0;

    public static async Task<long> Of(NpgsqlDataSource source, CancellationToken ct) => await source.Scalar<long?>(Sql, ct) ?? 0;
}
