using Npgsql;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Tests.Support;

/// <summary>Keeps the append lock, as another process would: what is appended meanwhile waits, and then goes as one group.</summary>
public sealed class AppendsHeld : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private AppendsHeld(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>The lock is held, and one append waits for it: the group that forms now is the next one.</summary>
    public static async Task<AppendsHeld> By(TestStore portal)
    {
        var connection = await portal.Source.OpenConnectionAsync();
        var held = new AppendsHeld(connection, await connection.BeginTransactionAsync());
        await AppendLock.Take(connection);
        _ = portal.Store.Append(Any.Sending(Any.Id()));
        await Eventually.True(() => portal.Scalar<bool>("select exists (select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database()))"));
        return held;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
