using System.Reflection;

namespace RolloutPortal.EventStore.Schema;

/// <summary>SQL that stands in a file of its own, beside the class that runs it.</summary>
public static class EmbeddedSql
{
    /// <param name="name">The end of the file's name; it must be unique in its assembly.</param>
    /// <param name="assembly">The one that holds the file; default: the event store.</param>
    public static string Read(string name, Assembly? assembly = null)
    {
        assembly ??= typeof(EmbeddedSql).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(found => found.EndsWith('.' + name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
