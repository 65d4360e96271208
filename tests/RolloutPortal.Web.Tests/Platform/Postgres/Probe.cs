using System.Diagnostics;
using Npgsql;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

/// <summary>One data directory for one test, removed with everything that was started on it.</summary>
public sealed class DataDirectory : IDisposable
{
    public string Path { get; } = TestFolders.New();

    public string Data => Directory.GetDirectories(Path, "pg*").Select(home => System.IO.Path.Combine(home, "data")).Single();

    public Task<EmbeddedPostgres> Start(string? binaries = null) =>
        EmbeddedPostgres.StartAsync(new(Path, Durable: false, BinariesFrom: binaries));

    public void Dispose() => TestFolders.Remove(Path);
}

/// <summary>Questions to a server, each on a connection of its own.</summary>
internal static class Ask
{
    public static async Task<T> One<T>(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task Do(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Processes of the machine.</summary>
internal static class Processes
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    public static bool Lives(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Waits for something that another process does, and fails after twenty seconds.</summary>
    public static async Task Until(Func<bool> happened)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var watch = Stopwatch.StartNew(); !happened(); await timer.WaitForNextTickAsync())
            Assert.True(watch.Elapsed < _patience, "It did not happen in time.");
    }
}
