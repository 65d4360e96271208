namespace RolloutPortal.Domain.Tests;

/// <summary>Where the project's files are.</summary>
internal static class Sources
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory)).FullName;

    private static DirectoryInfo Above(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "RolloutPortal.sln")) ? folder : Above(folder.Parent!);
}
