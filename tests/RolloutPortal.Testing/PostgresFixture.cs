using System.Reflection;
using Npgsql;
using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Testing;

/// <summary>One careless PostgreSQL for a test run, and as many databases in it as the tests ask for.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly string folder = TestFolders.New();
    private EmbeddedPostgres? postgres;
    private NpgsqlDataSource? admin;
    private int databases;

    public static string RepoRoot { get; } = typeof(PostgresFixture).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(value => value.Key == nameof(RepoRoot)).Value!;

    public EmbeddedPostgres Postgres => this.postgres ?? throw new InvalidOperationException("Initialise the fixture first.");

    public async ValueTask InitializeAsync()
    {
        await TestFolders.RemoveLeftovers();
        this.postgres = await EmbeddedPostgres.StartAsync(new(folder, Durable: false));
        admin = NpgsqlDataSource.Create(ConnectionString("postgres"));
    }

    /// <param name="template">A database to copy; nobody may be connected to it.</param>
    /// <returns>A connection string.</returns>
    public async Task<string> NewDatabase(string? template = null)
    {
        var name = $"test_{Interlocked.Increment(ref this.databases)}";
        await Run($"create database {name} template {template ?? "template1"} strategy file_copy");
        return ConnectionString(name);
    }

    public async Task DropDatabase(string connectionString)
    {
        await using (var pool = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(pool);
        await Run($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }

    public async ValueTask DisposeAsync()
    {
        if (admin is not null) await admin.DisposeAsync();
        if (this.postgres is not null) await this.postgres.DisposeAsync();
        TestFolders.Remove(folder);
    }

    // Many test classes at once, each with a pool of its own, share the server's 200 connections.
    private string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(Postgres.ConnectionString(database)) { MaxPoolSize = 20 }.ConnectionString;

    private async Task Run(string sql)
    {
        await using var command = admin!.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
