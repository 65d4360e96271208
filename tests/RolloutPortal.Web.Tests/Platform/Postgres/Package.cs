using RolloutPortal.Web.Platform.Postgres;
using RolloutPortal.Web.Platform.Postgres.Programs;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

/// <summary>Copies of what npm fetched, and of this program as a publish lays it out.</summary>
internal static class Package
{
    private static string Fetched => ProgramSearch.Homes(null).First(ProgramLinks.AreListed);

    public static string Platform => Path.GetFileName(Path.GetDirectoryName(Fetched)!);

    /// <summary>As npm leaves it when it may run no scripts: the links between libraries are missing.</summary>
    /// <returns>The folder that holds bin, lib and share.</returns>
    public static string CopyWithoutLinks(string to)
    {
        var home = Path.Combine(to, "native");
        Copy(Fetched, home, SearchOption.AllDirectories);
        File.Copy(Path.Combine(Fetched, "..", "package.json"), Path.Combine(to, "package.json"));
        return home;
    }

    /// <summary>The small portal with PostgreSQL beside it, and no node_modules anywhere above.</summary>
    /// <returns>The program.</returns>
    public static string Publish(string to)
    {
        var built = AppContext.BaseDirectory.Replace(
            "RolloutPortal.Web.Tests", "RolloutPortal.Testing", StringComparison.Ordinal);
        Copy(built, to, SearchOption.TopDirectoryOnly);
        CopyWithoutLinks(Path.Combine(to, "postgres", Platform));
        return SmallPortal.Program(to);
    }

    private static void Copy(string from, string to, SearchOption depth)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", depth).Where(file => new FileInfo(file).LinkTarget is null))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Folders.Make(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
