using System.Globalization;
using System.Text.RegularExpressions;

namespace RolloutPortal.Web.Platform.Postgres.Programs;

/// <summary>PostgreSQL's programs of one major version, which the server's account has been seen to run.</summary>
internal sealed partial record ServerPrograms(string Home, int Major)
{
    public string PgCtl => In(Home, "pg_ctl");

    public string InitDb => In(Home, "initdb");

    public static string In(string home, string program) =>
        Path.Combine(home, "bin", OperatingSystem.IsWindows() ? $"{program}.exe" : program);

    /// <param name="major">Of the data that exist; null when there are none.</param>
    public static async Task<ServerPrograms> Choose(
        IEnumerable<string> homes, int? major, string root, ServerAccount account, ILogger logger, CancellationToken ct)
    {
        var passed = new List<string>();
        foreach (var home in homes)
        {
            var programs = await Ready(home, root, account, logger, passed, ct);
            if (programs is not null && (major is null || programs.Major == major)) return programs;
            if (programs is not null) passed.Add($"{home}: version {programs.Major}");
        }

        throw new EmbeddedPostgresException(Missing(major, root, passed));
    }

    // In its place if the server's account can run it there; else from a copy beside the data.
    private static async Task<ServerPrograms?> Ready(
        string home, string root, ServerAccount account, ILogger logger, List<string> passed, CancellationToken ct)
    {
        ProgramLinks.Complete(home);
        var version = await account.Run(In(home, "postgres"), ["--version"], ct);
        if (version.Failed && ProgramLinks.AreListed(home))
        {
            home = ProgramCopy.Make(home, root, logger);
            version = await account.Run(In(home, "postgres"), ["--version"], ct);
        }

        if (!version.Failed && MajorIn().Match(version.Output) is { Success: true } said)
            return new(home, int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture));
        passed.Add($"{home}: {version.Output}");
        return null;
    }

    private static string Missing(int? major, string root, List<string> passed)
    {
        var need = major is null
            ? "No PostgreSQL was found. Run npm ci, install PostgreSQL, or set ConnectionStrings__Portal."
            : $"The data in {root} were made by PostgreSQL {major}, whose programs are not here any more. "
                + $"Install PostgreSQL {major}, or choose another data directory with Portal__DataDirectory.";
        return passed.Count == 0 ? need : $"{need} Found but not used: {string.Join("; ", passed)}";
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorIn();
}
