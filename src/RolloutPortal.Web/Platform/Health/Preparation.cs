using System.Collections.Concurrent;

namespace RolloutPortal.Web.Platform.Health;

/// <summary>What the portal still has to do before everything can be shown: tables to build, a scenario to load.</summary>
public sealed class Preparation
{
    private readonly ConcurrentDictionary<string, double> shares = [];

    /// <summary>The demo scenario is being loaded into an empty database: there is nothing to show yet.</summary>
    public bool IsLoading => Loading is not null;

    /// <summary>Why it could not be finished; null while all goes well.</summary>
    public string? Failure { get; private set; }

    /// <summary>Tables under construction, by name, with how far each has come (0–1).</summary>
    public IReadOnlyList<PreparationStep> Tables => [.. shares.Select(pair => new PreparationStep(pair.Key, pair.Value)).OrderBy(step => step.Name, StringComparer.Ordinal)];

    /// <summary>How far the scenario has come (0–1).</summary>
    public double Loaded { get; private set; }

    public void Report(string table, double share) => shares[table] = share;

    public void Finish(string table) => shares.TryRemove(table, out _);

    /// <summary>Which scenario; null when none is.</summary>
    public string? Loading { get; private set; }

    public void StartLoading(string scenario) => (Loading, Loaded) = (scenario, 0);

    public void ReportLoading(double share) => Loaded = share;

    public void FinishLoading() => Loading = null;

    public void Fail(string reason) => Failure = reason;
}

/// <summary>One table and how far it has come (0–1).</summary>
public sealed record PreparationStep(string Name, double Share)
{
    public int Percent => (int)(Share * 100);
}
