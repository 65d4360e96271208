using System.Diagnostics;

namespace RolloutPortal.Web.Platform.Postgres.Running;

/// <summary>How a short program ended, and all it said.</summary>
internal readonly record struct Ran(int ExitCode, string Output)
{
    public bool Failed => ExitCode != 0;

    public static async Task<Ran> Program(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        // On Windows the server inherits the pipes of pg_ctl, and reading them to their end would wait for the server's end.
        var heard = !OperatingSystem.IsWindows() || Path.GetFileNameWithoutExtension(program) != "pg_ctl";
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = heard,
            RedirectStandardError = heard,
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/",
        };
        Clean(start.Environment);
        using var process = Process.Start(start)!;
        try
        {
            string[] said = heard
                ? await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct))
                : [];
            await process.WaitForExitAsync(ct);
            return new(process.ExitCode, string.Concat(said).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // What a person set for their own psql must not reach this server, and its messages stay readable for this program.
    private static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            environment.Remove(name);
        environment["LC_ALL"] = "C";
    }
}
