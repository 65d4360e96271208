namespace RolloutPortal.Web.Tests.Platform.Postgres;

/// <summary>The small processes that wait for a portal's end.</summary>
internal static class Watchdogs
{
    public static IEnumerable<int> Over(string folder) =>
        Processes.All.Where(pid => Processes.Words(pid).Contains(Path.Combine(folder, "use.lock")));
}
