using Npgsql;

namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>How programs of this machine reach the server.</summary>
internal static class ServerAccess
{
    public static string ConnectionString(ServerFolder folder, int port, string database, bool pooled) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = database,
            Username = Cluster.Superuser,
            Password = File.ReadAllText(folder.PasswordFile).Trim(),
            ApplicationName = "RolloutPortal",
            IncludeErrorDetail = false,
            Pooling = pooled,
            MaxPoolSize = 80, // two portals, and a verb on the command line, fit into the server's 200
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    /// <summary>False while it is starting, recovering or stopping.</summary>
    public static async Task<bool> Answers(ServerFolder folder, int port, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(folder, port, "postgres", pooled: false));
        try
        {
            await connection.OpenAsync(ct);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword)
        {
            throw new EmbeddedPostgresException(
                $"The running PostgreSQL does not accept the password in {folder.PasswordFile}.", e);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
