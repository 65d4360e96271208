using System.IO.Compression;
using System.Xml;

namespace RolloutPortal.Importing.Files;

/// <summary>The parts of an XLSX file, each opened as XML; all that is unpacked counts against one budget.</summary>
internal sealed class Package(ZipArchive archive)
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly Dictionary<string, ZipArchiveEntry> parts = Parts(archive);
    private long left = SourceFile.MostBytes;

    /// <summary>How much has been unpacked, of what these parts say that they hold: 0 to 1.</summary>
    public double ShareOf(params IEnumerable<string> names)
    {
        var all = names.Sum(name => parts.TryGetValue(name, out var part) ? part.Length : 0);
        return all <= 0 ? 1 : Math.Clamp((double)(SourceFile.MostBytes - left) / all, 0, 1);
    }

    /// <param name="name">From the root, without a leading slash.</param>
    /// <returns>Null when there is no such part.</returns>
    public XmlReader? Open(string name) =>
        parts.TryGetValue(name, out var part) ? XmlReader.Create(new CountedStream(part.Open(), Spend), Safe) : null;

    /// <summary>What a part refers to within the package: id, type and whole name. Links out of it are passed over.</summary>
    public List<(string Id, string Type, string Part)> References(string of)
    {
        var folder = of[..(of.LastIndexOf('/') + 1)];
        var found = new List<(string, string, string)>();
        using var xml = Open($"{folder}_rels/{of[folder.Length..]}.rels");
        while (xml?.Read() == true)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || xml.GetAttribute("TargetMode") == "External") continue;
            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
                found.Add((id, type[(type.LastIndexOf('/') + 1)..], Whole(folder, target)));
        }

        return found;
    }

    /// <remarks>Some programs write backslashes, and names in other letters than their references.</remarks>
    private static Dictionary<string, ZipArchiveEntry> Parts(ZipArchive archive)
    {
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries) parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        return parts;
    }

    private static string Whole(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var names = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var name in target.Split('/'))
        {
            if (name == "..") names.RemoveAt(names.Count - 1);
            else if (name != ".") names.Add(name);
        }

        return string.Join('/', names);
    }

    private void Spend(int bytes)
    {
        left -= bytes;
        if (left < 0) throw new UnreadableFileException(ImportFaults.FileTooLarge, $"{SourceFile.MostMegabytes}");
    }
}
