namespace RolloutPortal.Domain.Naming;

/// <summary>The languages the portal speaks, Danish first.</summary>
public static class Languages
{
    public static IReadOnlyList<string> All { get; } = ["da", "sv", "en"];

    public static bool Has(string? language) => language is not null && All.Contains(language);
}
