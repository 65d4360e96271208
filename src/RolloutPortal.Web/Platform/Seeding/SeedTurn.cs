using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>The turn to load a scenario: of two portals that start at once on an empty database, the second waits and finds it loaded.</summary>
internal sealed class SeedTurn : IAsyncDisposable
{
    private const long Lock = 7_204_011;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private SeedTurn(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    public static async Task<SeedTurn> Take(NpgsqlDataSource source, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute($"select pg_advisory_xact_lock({Lock})", ct);
        return new(connection, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
