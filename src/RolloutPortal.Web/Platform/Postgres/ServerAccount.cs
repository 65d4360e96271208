using System.ComponentModel;
using RolloutPortal.Web.Platform.Postgres.Running;

namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>The system user that PostgreSQL runs as: ours, but never root, which PostgreSQL refuses.</summary>
internal sealed class ServerAccount
{
    // The kernel's own "nobody"; it must have an entry in passwd, which this one has everywhere.
    private const string Nobody = "65534:65534";
    private readonly string? other;

    private ServerAccount(string? other) => this.other = other;

    public static bool WeAreRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>As root: whoever owns the data already there, else nobody.</summary>
    public static async Task<ServerAccount> For(string folder, CancellationToken ct)
    {
        if (!WeAreRoot) return new(null);
        if (!OperatingSystem.IsLinux())
            throw new EmbeddedPostgresException("PostgreSQL refuses to run as root: start the portal as an ordinary user.");
        if (!Directory.Exists(folder)) return new(Nobody);

        var owner = await Ran.Program("stat", ["-c", "%u:%g", folder], ct);
        return new(owner.Failed || owner.Output.StartsWith("0:", StringComparison.Ordinal) ? Nobody : owner.Output.Trim());
    }

    /// <summary>The words in front of a program that make it run as this user.</summary>
    public IReadOnlyList<string> Prefix => this.other?.Split(':') is [var user, var group]
        ? ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", "--"]
        : [];

    public async Task<Ran> Run(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        string[] words = [.. Prefix, program, .. arguments];
        try
        {
            return await Ran.Program(words[0], words[1..], ct);
        }
        catch (Win32Exception e)
        {
            return new(127, $"{words[0]} cannot be run: {e.Message}");
        }
    }

    public async Task Own(IEnumerable<string> paths, CancellationToken ct)
    {
        if (this.other is null) return;
        var owned = await Ran.Program("chown", [this.other, .. paths], ct);
        if (owned.Failed) throw new EmbeddedPostgresException($"The data cannot be given to user {this.other}: {owned.Output}");
    }

    /// <exception cref="EmbeddedPostgresException">A folder above is closed to this user.</exception>
    public async Task MustReach(string folder, CancellationToken ct)
    {
        if (this.other is null || !(await Run("test", ["-x", folder], ct)).Failed) return;
        var closed = Folders.ClosedAbove(folder) ?? folder;
        throw new EmbeddedPostgresException(
            $"PostgreSQL runs as user {this.other}, not as root, and cannot reach the data directory {folder}: {closed} is closed to "
            + "other users. Choose another with Portal__DataDirectory (such as /var/lib/rolloutportal), "
            + $"or run: chmod o+x {closed}");
    }
}
