using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace RolloutPortal.Testing;

/// <summary>The portal as a process of its own, that can be measured, killed and started again on the same address.</summary>
/// <param name="settings">Environment variables: <c>ConnectionStrings__Portal</c>, <c>Portal__DataDirectory</c> …</param>
/// <param name="program">The program's dll; default: the one that was built with these tests.</param>
public sealed class PortalProcess(IReadOnlyDictionary<string, string> settings, string? program = null) : IAsyncDisposable
{
    private const int LinesKept = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> said = [];
    private Process? process;

    /// <summary>The same after each start.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public int Id => Running.Id;

    public bool IsRunning => process is { HasExited: false };

    /// <summary>The last lines that it wrote.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>The most memory that this process has held since its start (resident set); Linux only, as the next.</summary>
    public double PeakMegabytes => Memory("VmHWM:");

    public double Megabytes => Memory("VmRSS:");

    /// <summary>Processor time that it has used since its start.</summary>
    public TimeSpan Busy
    {
        get
        {
            Running.Refresh();
            return Running.TotalProcessorTime;
        }
    }

    private Process Running => process ?? throw new InvalidOperationException("The portal has not been started.");

    /// <summary>Returns when the portal is ready to serve.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready within a minute.</exception>
    public async Task Start()
    {
        var start = PortalProgram.Call(program ?? PortalProgram.Built, settings);
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        process = Process.Start(start)!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
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

        throw new InvalidOperationException(
            started.HasExited ? $"The portal ended with exit code {started.ExitCode}:\n{Said}" : $"The portal was not ready within a minute:\n{Said}");
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

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        said.Enqueue(line.Data);
        if (said.Count > LinesKept) said.TryDequeue(out _);
    }

    private double Memory(string name)
    {
        var line = File.ReadLines($"/proc/{Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..^2], CultureInfo.InvariantCulture) / 1024;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
