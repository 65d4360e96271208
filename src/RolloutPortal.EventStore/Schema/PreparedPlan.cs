using System.Runtime.ExceptionServices;
using Npgsql;

namespace RolloutPortal.EventStore.Schema;

/// <summary>A statement that was prepared before a table of another shape was swapped in.</summary>
public static class PreparedPlan
{
    /// <summary>"Cached plan must not change result type"; after it the connection prepares the statement anew.</summary>
    public static bool IsOutdated(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported };

    /// <summary>Reads once more when the plan was outdated. Inside a transaction that is lost, and the caller hears why.</summary>
    public static async Task<T> Again<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (PostgresException outdated) when (IsOutdated(outdated))
        {
            try
            {
                return await read();
            }
            catch (PostgresException lost) when (lost.SqlState is PostgresErrorCodes.InFailedSqlTransaction)
            {
                ExceptionDispatchInfo.Throw(outdated);
                throw;
            }
        }
    }
}
