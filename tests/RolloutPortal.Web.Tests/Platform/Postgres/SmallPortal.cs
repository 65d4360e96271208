using System.Diagnostics;
using System.Globalization;
using RolloutPortal.Testing;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

/// <summary>Another process with the embedded PostgreSQL, to be killed, or to run elsewhere as somebody else.</summary>
internal sealed class SmallPortal : IAsyncDisposable
{
    private readonly Process process;

    private SmallPortal(Process process, int serverProcessId, string connectionString) =>
        (this.process, ServerProcessId, ConnectionString) = (process, serverProcessId, connectionString);

    public int ServerProcessId { get; }

    public string ConnectionString { get; }

    public static Task<SmallPortal> Start(string dataFolder) => Start(["dotnet", Program(AppContext.BaseDirectory), dataFolder]);

    public static async Task<SmallPortal> Start(params string[] words)
    {
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/", // where no node_modules lies above
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? "It said nothing.";
        var parts = line.Split(' ', 2);
        Assert.True(int.TryParse(parts[0], CultureInfo.InvariantCulture, out var pid), line);
        return new(process, pid, parts[1]);
    }

    /// <summary>The program in a folder.</summary>
    public static string Program(string folder) => Path.Combine(folder, $"{typeof(PostgresHolder).Assembly.GetName().Name}.dll");

    /// <summary>With all its children, as a careless service manager does.</summary>
    public void Kill() => this.process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        if (!this.process.HasExited) this.process.StandardInput.Close();
        await this.process.WaitForExitAsync();
        this.process.Dispose();
    }
}
