namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>How far the loading of a scenario has come.</summary>
/// <param name="Done">Of <paramref name="Total"/> deeds: what people once did, one after the other.</param>
/// <param name="Until">The moment of the story that has been reached; null before it begins.</param>
public sealed record SeedProgress(string Scenario, int Done, int Total, DateTimeOffset? Until)
{
    /// <summary>Between 0 and 100.</summary>
    public int Percent => Total == 0 ? 0 : (int)(100L * Done / Total);
}
