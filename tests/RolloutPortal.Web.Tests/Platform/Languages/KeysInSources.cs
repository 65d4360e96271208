using System.Text.RegularExpressions;
using RolloutPortal.Testing;

namespace RolloutPortal.Web.Tests.Platform.Languages;

/// <summary>A key written out in a view or a class, and the file of texts that should hold it.</summary>
internal sealed record UsedKey(string File, string Key, string Where);

/// <summary>Every key that the sources name with a literal, through a localizer of a known class.</summary>
internal static partial class KeysInSources
{
    public static IEnumerable<UsedKey> All()
    {
        foreach (var path in Directory.EnumerateFiles(Portal(), "*.cs*", SearchOption.AllDirectories))
        {
            if (path.Contains("/obj/", StringComparison.Ordinal) || path.Contains("/bin/", StringComparison.Ordinal)) continue;
            var source = File.ReadAllText(path);
            var isView = path.EndsWith(".cshtml", StringComparison.Ordinal);
            var localizers = Localizer().Matches(source).Select(match => (Class: match.Groups[1].Value, Name: match.Groups[2].Value));
            foreach (var (texts, name) in isView ? localizers.Append(("SharedTexts", "Shared")) : localizers)
                foreach (Match used in Regex.Matches(source, $@"\b{name}\[""([^""{{]+)"""))
                    yield return new UsedKey(FullName(texts), used.Groups[1].Value, Path.GetFileName(path));
        }
    }

    private static string Portal() => Path.Combine(PostgresFixture.RepoRoot, "src", "RolloutPortal.Web");

    private static string FullName(string texts) =>
        typeof(Program).Assembly.GetTypes().Single(type => type.Name == texts && !type.IsNested).FullName!;

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+(\w+)")]
    private static partial Regex Localizer();
}
