using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.EventStore.Upkeep;

/// <summary>A transaction that holds the append lock and changes tables; it never waits long for a reader, since everybody who
/// appends waits with it.</summary>
internal static class SwapLock
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Does the work in a transaction of its own, again and again until no reader stood in the way.</summary>
    /// <param name="prepare">Done before each further try, outside the lock.</param>
    public static async Task Run(NpgsqlConnection connection, Func<Task> work, Func<Task> prepare, CancellationToken ct)
    {
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            try
            {
                await using var transaction = await connection.BeginTransactionAsync(ct);
                await AppendLock.Take(connection, ct);
                await connection.Execute("set local lock_timeout to '200ms'", ct);
                await work();
                await transaction.CommitAsync(ct);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                await Task.Delay(pause, ct);
                await prepare();
            }
        }
    }
}
