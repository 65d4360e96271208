using RolloutPortal.Testing;

namespace RolloutPortal.Benchmarks.Support;

/// <summary>The portal as published for this run, once.</summary>
internal static class Publication
{
    private static string? folder;

    /// <returns>Its dll.</returns>
    public static async Task<string> Program()
    {
        if (folder is not null) return Path.Combine(folder, "RolloutPortal.Web.dll");
        Report.Progress("publishing the portal");
        folder = TestFolders.NewOnDisk();
        return await PortalProgram.Publish(folder);
    }

    public static void Remove()
    {
        if (folder is not null) TestFolders.Remove(folder);
    }
}
