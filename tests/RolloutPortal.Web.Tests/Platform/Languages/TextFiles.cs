using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace RolloutPortal.Web.Tests.Platform.Languages;

/// <summary>The portal's texts as they were built: every file in its three languages.</summary>
internal static class TextFiles
{
    public static readonly string[] Languages = ["da", "sv", "en"];

    private static readonly Assembly Portal = typeof(Program).Assembly;

    /// <summary>By the full name of the class beside which the files stand.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Languages.SelectMany(language => NamesIn(language)).Distinct().Order(StringComparer.Ordinal)];

    /// <returns>Empty when there is no such file in that language.</returns>
    public static IReadOnlyDictionary<string, string> Read(string name, string language)
    {
        using var stream = Satellite(language).GetManifestResourceStream($"{name}.{language}.resources");
        if (stream is null) return new Dictionary<string, string>();
        using var reader = new ResourceReader(stream);
        return reader.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static IEnumerable<string> NamesIn(string language) =>
        Satellite(language).GetManifestResourceNames().Select(name => name[..^$".{language}.resources".Length]);

    private static Assembly Satellite(string language) => Portal.GetSatelliteAssembly(CultureInfo.GetCultureInfo(language));
}
