using System.Text.Json;

namespace RolloutPortal.Web.Platform.Postgres.Programs;

/// <summary>Links between libraries, which an npm package cannot carry: it lists them, and its install script makes them.</summary>
internal static class ProgramLinks
{
    private sealed record Link(string Source, string Target);

    public static bool AreListed(string home) => File.Exists(List(home));

    /// <summary>Makes what is missing, for npm may have run no scripts. Where we may not write, nothing happens.</summary>
    public static void Complete(string home)
    {
        if (!AreListed(home)) return;
        var links = JsonSerializer.Deserialize<List<Link>>(File.ReadAllBytes(List(home)), JsonSerializerOptions.Web) ?? [];
        foreach (var link in links.Where(link => !File.Exists(In(home, link.Target))))
            if (!TryMake(In(home, link.Target), In(home, link.Source)))
                return;
    }

    private static bool TryMake(string target, string source)
    {
        try
        {
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return File.Exists(target); // another portal was first
        }
    }

    // The list says "native/lib/…", whatever the folder is called where it stands now.
    private static string In(string home, string path) => Path.Combine(home, path["native/".Length..]);

    private static string List(string home) => Path.Combine(home, "pg-symlinks.json");
}
