using System.Security.Cryptography;
using System.Text;

namespace RolloutPortal.Web.Platform.Postgres.Programs;

/// <summary>A copy of PostgreSQL's programs beside the data, for an account that cannot reach, or we that cannot complete,
/// those that came with the portal.</summary>
internal static class ProgramCopy
{
    /// <summary>Made once; anew when the package is another one. Call it while holding the start lock.</summary>
    public static string Make(string home, string root, ILogger logger)
    {
        var copy = Path.Combine(root, "programs", Stamp(home));
        if (Directory.Exists(copy)) return copy;

        logger.LogInformation("Copying PostgreSQL's programs from {From} to {To}, where its account can run them", home, copy);
        var half = $"{copy}.new";
        if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        foreach (var file in Files(home)) Copy(file, Path.Combine(half, Path.GetRelativePath(home, file)));
        ProgramLinks.Complete(half);
        Directory.Move(half, copy);
        return copy;
    }

    /// <summary>Copies of packages that are not installed any more. Only safe while no server runs.</summary>
    public static void RemoveOthers(string home, string root)
    {
        var programs = Path.Combine(root, "programs");
        if (!Directory.Exists(programs)) return;
        foreach (var copy in Directory.GetDirectories(programs).Where(copy => copy != home))
            Directory.Delete(copy, recursive: true);
    }

    private static void Copy(string file, string to)
    {
        Folders.Make(Path.GetDirectoryName(to)!);
        File.Copy(file, to);
        // A package that came as an archive may have lost the right to be run.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, Folders.Open);
    }

    // Links are made again from the package's list.
    private static IEnumerable<string> Files(string home) => Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories)
        .Where(file => new FileInfo(file).LinkTarget is null)
        .Order(StringComparer.Ordinal);

    private static string Stamp(string home)
    {
        var package = Path.Combine(Path.GetDirectoryName(home)!, "package.json");
        var text = new StringBuilder(File.Exists(package) ? File.ReadAllText(package) : "").AppendLine();
        foreach (var file in Files(home))
            text.Append(Path.GetRelativePath(home, file)).Append(':').Append(new FileInfo(file).Length).AppendLine();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }
}
