using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Writing;

/// <summary>The one connection of a writer: kept open, cleaned after a failure, opened anew when it is lost.</summary>
internal sealed class WriterConnection(NpgsqlDataSource source) : IAsyncDisposable
{
    // A writer only looks rows up by their keys. Its plans are made once, on tables that may be empty then: they must not turn
    // into scans of tables that have grown since.
    private const string LookUps = "set enable_seqscan to off; set plan_cache_mode to force_generic_plan";

    private NpgsqlConnection? connection;

    public async ValueTask<NpgsqlConnection> Open()
    {
        if (connection is { State: not System.Data.ConnectionState.Open }) await Drop();
        if (connection is not null) return connection;
        connection = await source.OpenConnectionAsync();
        await connection.Execute(LookUps);
        return connection;
    }

    /// <summary>Leaves the connection fit for the next group, or closed.</summary>
    public async Task<LostConnection> Recover(Exception failure)
    {
        if (connection is null) return LostConnection.BeforeWriting;
        if (IsLost(failure))
        {
            await Drop();
            return LostConnection.WhileWriting;
        }

        try
        {
            await GroupCommit.Abandon(connection);
        }
        catch (Exception)
        {
            // Nothing was committed on it: the failure came first.
            await Drop();
        }

        return LostConnection.No;
    }

    public ValueTask DisposeAsync() => new(Drop());

    private async Task Drop()
    {
        var lost = connection;
        connection = null;
        if (lost is not null) await lost.DisposeAsync();
    }

    /// <remarks>A PostgresException is the server's own answer; anything else that Npgsql throws is about the way there.
    /// Class 57P: the server is being shut down; class 08: it lost the thread. The transaction's fate is as unknown.</remarks>
    private bool IsLost(Exception failure) => failure switch
    {
        PostgresException answer => answer.SqlState.StartsWith("57P", StringComparison.Ordinal) || answer.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or IOException or TimeoutException => true,
        _ => connection is { State: not System.Data.ConnectionState.Open },
    };
}

/// <summary>Whether a failure took the connection, and whether a commit may have got through.</summary>
internal enum LostConnection
{
    No,
    BeforeWriting,
    WhileWriting,
}
