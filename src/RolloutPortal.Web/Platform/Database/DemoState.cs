namespace RolloutPortal.Web.Platform.Database;

/// <summary>Whether this portal is a demonstration, and of which scenario. Kept up to date by <see cref="InstallationWatch"/>.</summary>
public sealed class DemoState
{
    /// <summary>Null on any portal but a demonstration.</summary>
    public string? Scenario { get; internal set; }

    public bool IsDemo => Scenario is not null;
}
