using Npgsql;

namespace RolloutPortal.EventStore.Writing;

/// <summary>The one connection of a writer: kept open, cleaned after a failure, opened anew when it is lost.</summary>
internal sealed class WriterConnection(NpgsqlDataSource source) : IDisposable
{
    // A writer only looks rows up by their keys. Its plans are made once, on tables that may be empty then: they must not turn
    // into scans of tables that have grown since.
    private const string LookUps = "set enable_seqscan to off; set plan_cache_mode to force_generic_plan";
    private const string AsOthersExpect = "reset enable_seqscan; reset plan_cache_mode";

    private NpgsqlConnection? connection;

    public NpgsqlConnection Open()
    {
        if (connection is { State: not System.Data.ConnectionState.Open }) Dispose();
        if (connection is not null) return connection;
        connection = source.OpenConnection();
        Set(connection, LookUps);
        return connection;
    }

    /// <summary>Leaves the connection fit for the next group, or closed.</summary>
    public LostConnection Recover(Exception failure)
    {
        if (connection is null) return LostConnection.BeforeWriting;
        if (IsLost(failure))
        {
            Dispose();
            return LostConnection.WhileWriting;
        }

        try
        {
            GroupCommit.Abandon(connection);
        }
        catch (Exception)
        {
            // Nothing was committed on it: the failure came first.
            Dispose();
        }

        return LostConnection.No;
    }

    public void Dispose()
    {
        var closed = connection;
        connection = null;
        if (closed is null) return;
        try
        {
            if (closed.State is System.Data.ConnectionState.Open) Set(closed, AsOthersExpect);
        }
        catch (Exception)
        {
            // Not fit for others either way: it is closed, rather than given back.
            NpgsqlConnection.ClearPool(closed);
        }

        closed.Dispose();
    }

    private static void Set(NpgsqlConnection connection, string settings)
    {
        using var command = new NpgsqlCommand(settings, connection);
        command.ExecuteNonQuery();
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
