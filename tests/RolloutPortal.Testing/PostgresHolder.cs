using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Testing;

/// <summary>A portal reduced to its database, as a process that tests can kill: <c>RolloutPortal.Testing FOLDER</c>.</summary>
/// <remarks>Prints one line, the server's process id and a connection string, and leaves when its input ends.</remarks>
public static class PostgresHolder
{
    /// <summary>Of a server that may be killed, but not its machine: what is committed has left the process.</summary>
    public static EmbeddedPostgresOptions Options(string folder, string? binaries = null) =>
        new(folder, Durable: false, binaries, new Dictionary<string, string> { ["synchronous_commit"] = "on" });

    public static async Task<int> Main(string[] args)
    {
        try
        {
            await using var postgres = await EmbeddedPostgres.StartAsync(Options(args[0]));
            await Console.Out.WriteLineAsync($"{postgres.ServerProcessId} {postgres.ConnectionString("postgres")}");
            while (await Console.In.ReadLineAsync() is not null) { }
            return 0;
        }
        catch (EmbeddedPostgresException e)
        {
            await Console.Out.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
