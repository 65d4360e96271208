using System.Reflection;

namespace RolloutPortal.Web.Platform;

/// <summary>Which version of the portal this is.</summary>
public static class PortalVersion
{
    private const int ShownOfRevision = 7;

    private static readonly string Full =
        typeof(PortalVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary><c>1.0.0</c>, or <c>1.0.0 (2261418)</c> where the source's revision is known.</summary>
    public static string Written { get; } = Full.Split('+') is [var version, { Length: >= ShownOfRevision } revision]
        ? $"{version} ({revision[..ShownOfRevision]})"
        : Full;
}
