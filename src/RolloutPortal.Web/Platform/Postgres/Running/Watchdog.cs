using System.ComponentModel;
using System.Diagnostics;

namespace RolloutPortal.Web.Platform.Postgres.Running;

/// <summary>A small process that outlives a killed portal and then stops the server, unless another portal uses it.</summary>
internal sealed class Watchdog
{
    // Its input is a pipe from us. A line is a farewell; an end without one means that we were killed. It takes the start lock,
    // so that it never stops a server that a portal is just attaching to. Our own share of the use lock can outlast our end
    // of the pipe by a moment: hence the two seconds.
    private const string Script = """
        exec >/dev/null 2>&1
        trap '' INT TERM HUP QUIT
        start=$1 use=$2
        shift 2
        read -r farewell && exit
        exec flock -x -w 120 "$start" flock -x -w 2 "$use" "$@"
        """;

    private readonly StreamWriter pipe;

    private Watchdog(StreamWriter pipe) => this.pipe = pipe;

    /// <summary>Null where the system lacks what it needs; the next portal then finds the server running and shares it.</summary>
    public static Watchdog? Over(Server server, ServerLocks locks, ILogger logger)
    {
        if (!OperatingSystem.IsLinux()) return null;
        // Detached into a session of its own: what kills our whole group or tree must not kill it too.
        var start = new ProcessStartInfo(
            "setsid", ["--fork", "sh", "-c", Script, "watchdog", locks.StartFile, locks.UseFile, .. server.StopCommand])
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        try
        {
            using var process = Process.Start(start)!;
            return new(process.StandardInput);
        }
        catch (Win32Exception e)
        {
            logger.LogWarning("No watchdog: PostgreSQL will go on running if the portal is killed ({Why})", e.Message);
            return null;
        }
    }

    public void Dismiss()
    {
        try
        {
            this.pipe.WriteLine("farewell");
            this.pipe.Dispose();
        }
        catch (IOException)
        {
            // It was ended by somebody else.
        }
    }
}
