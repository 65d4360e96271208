using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>The files of one database cluster. A major version of PostgreSQL cannot read another's: each has its own.</summary>
internal sealed record ServerFolder(string Root, int Major)
{
    public string Home { get; } = Folders.Real(Path.Combine(Root, $"pg{Major}"));

    /// <summary>Links resolved: a running server is known by it, and somebody may have moved it to a larger disk.</summary>
    public string Data { get; } = Folders.Real(Path.Combine(Root, $"pg{Major}", "data"));

    /// <summary>Where initdb works, so that a half-made cluster is never taken for one.</summary>
    public string Draft => Path.Combine(Home, "data.new");

    public string PasswordFile => Path.Combine(Home, "password");

    public string PortFile => Path.Combine(Home, "port");

    public string SettingsFile => Path.Combine(Data, "portal.conf");

    public string Log => Path.Combine(Home, "postgres.log");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    public bool HasCluster => File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>Stands in the title of each server process, and tells ours from others.</summary>
    public string ClusterName => $"rolloutportal-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Data)))[..8]}";

    /// <summary>The newest major version that there are data of; null when there are none yet.</summary>
    public static int? MajorIn(string root)
    {
        var majors = Directory.EnumerateDirectories(root, "pg*")
            .Select(home => int.TryParse(Path.GetFileName(home)[2..], CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Where(major => major > 0 && new ServerFolder(root, major).HasCluster);
        return majors.Cast<int?>().Max();
    }

    public async Task Prepare(ServerAccount account, CancellationToken ct)
    {
        Folders.Make(Home);
        if (!File.Exists(PasswordFile))
        {
            if (HasCluster)
                throw new EmbeddedPostgresException($"{PasswordFile} is missing; without it the data beside it stay closed.");
            Folders.Write(PasswordFile, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), Folders.Secret);
        }

        if (!HasCluster) await account.Own([Home, PasswordFile], ct);
    }
}
