using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RolloutPortal.Testing;

/// <summary>The portal as a process of its own, that can be killed and started again on the same address.</summary>
/// <param name="settings">Environment variables: <c>ConnectionStrings__Portal</c>, <c>Portal__DataDirectory</c> …</param>
/// <param name="program">The program's dll; default: the one that was built with these tests.</param>
public sealed class PortalProcess(IReadOnlyDictionary<string, string> settings, string? program = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? process;

    /// <summary>The same after each start.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public int Id => process?.Id ?? throw new InvalidOperationException("The portal has not been started.");

    /// <summary>Returns when the portal is ready to serve.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready within a minute.</exception>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", program ?? Path.Combine(AppContext.BaseDirectory, "RolloutPortal.Web.dll"), "--urls", Address.ToString()])
        {
            WorkingDirectory = program is null ? Path.Combine(PostgresFixture.RepoRoot, "src", "RolloutPortal.Web") : Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Portal__Scenario"] = "";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilReady(process);
    }

    /// <summary><c>kill -9</c>: no goodbye to anybody.</summary>
    public async Task Kill()
    {
        if (process is null) return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync() => await Kill();

    private async Task UntilReady(Process started)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !started.HasExited; await timer.WaitForNextTickAsync())
        {
            if (await IsReady(http)) return;
        }

        throw new InvalidOperationException(started.HasExited ? $"The portal ended with exit code {started.ExitCode}." : "The portal was not ready within a minute.");
    }

    private async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
