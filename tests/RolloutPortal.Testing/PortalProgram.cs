using System.Diagnostics;

namespace RolloutPortal.Testing;

/// <summary>The portal's program: published for a run, called with a verb.</summary>
public static class PortalProgram
{
    private static string Project => Path.Combine(PostgresFixture.RepoRoot, "src", "RolloutPortal.Web");

    /// <summary>As it was built with these tests.</summary>
    public static string Built { get; } = Path.Combine(AppContext.BaseDirectory, "RolloutPortal.Web.dll");

    /// <summary>Publishes it in Release, as for an installation.</summary>
    /// <returns>The program's dll.</returns>
    /// <exception cref="InvalidOperationException">The build failed; the message is what it said.</exception>
    public static async Task<string> Publish(string folder)
    {
        var (exitCode, said) = await Run(new("dotnet", ["publish", Project, "-c", "Release", "-o", folder, "-v", "quiet", "--nologo"]));
        return exitCode == 0 ? Path.Combine(folder, "RolloutPortal.Web.dll") : throw new InvalidOperationException(said);
    }

    /// <summary>How it is called, for a server or a verb: from a folder that has nothing to do with it.</summary>
    /// <param name="settings">Environment variables: <c>ConnectionStrings__Portal</c>, <c>Portal__DataDirectory</c> …</param>
    internal static ProcessStartInfo Call(string program, IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. words])
        {
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Portal__Scenario"] = "";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Runs a verb to its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static Task<(int ExitCode, string Said)> Run(string program, IReadOnlyDictionary<string, string> settings, params string[] words) =>
        Run(Call(program, settings, words));

    /// <summary>Runs a verb until it ends or is killed.</summary>
    public static async Task RunAndKill(string program, IReadOnlyDictionary<string, string> settings, CancellationToken until, params string[] words)
    {
        var start = Call(program, settings, words);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(until);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        await Task.WhenAll(process.WaitForExitAsync(CancellationToken.None), output, errors);
    }

    /// <summary>Runs a verb to its end, and watches what it takes.</summary>
    /// <returns>Also the most memory that the process held (resident set, Linux only).</returns>
    public static async Task<(int ExitCode, string Said, TimeSpan Took, double PeakMegabytes)> Measure(
        string program, IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = Call(program, settings, words);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0.0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!process.HasExited && await timer.WaitForNextTickAsync())
        {
            process.Refresh();
            if (!process.HasExited) peak = Math.Max(peak, process.WorkingSet64 / 1_048_576.0);
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors, watch.Elapsed, peak);
    }

    private static async Task<(int ExitCode, string Said)> Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
