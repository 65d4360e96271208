using Npgsql;
using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

/// <summary>Questions to a server, each on a connection of its own.</summary>
internal static class Ask
{
    public static Task<T> One<T>(EmbeddedPostgres postgres, string sql) => One<T>(postgres.ConnectionString("postgres"), sql);

    public static async Task<T> One<T>(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task Do(EmbeddedPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The folder that the running server's programs were started from.</summary>
    public static Task<string> Programs(string connectionString) =>
        One<string>(connectionString, "select setting from pg_config where name = 'BINDIR'");
}
