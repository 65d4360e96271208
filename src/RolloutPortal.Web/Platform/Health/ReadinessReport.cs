namespace RolloutPortal.Web.Platform.Health;

/// <summary>What <c>/health/ready</c> says.</summary>
/// <param name="Reasons">Why it is not ready; empty when it is.</param>
/// <param name="DatabaseMilliseconds">Null when it did not answer.</param>
/// <param name="TailSilenceSeconds">Since the log was last asked with success.</param>
/// <param name="Head">Position of the last event.</param>
public sealed record ReadinessReport(
    bool Ready, IReadOnlyList<string> Reasons, double? DatabaseMilliseconds, double? TailSilenceSeconds, long? Head,
    IReadOnlyList<TableReport> ReadModels, ServerReport? EmbeddedServer);

/// <summary>The embedded PostgreSQL.</summary>
/// <param name="Restarts">How often this process found it dead and it runs again.</param>
/// <param name="Fault">Why it cannot be started again.</param>
public sealed record ServerReport(bool Running, int Restarts, string? Fault);

/// <summary>One read table: how far it has come, in events and in seconds.</summary>
/// <param name="BuiltTo">Position of a build under way beside it.</param>
public sealed record TableReport(
    string Table, string Status, long Position, long Head, long LagEvents, double? LagSeconds, long? BuiltTo)
{
    public const string Live = "live";
    public const string Behind = "behind";
    public const string Building = "being built";
    public const string TakenOver = "taken over by a newer version of the portal";
}
