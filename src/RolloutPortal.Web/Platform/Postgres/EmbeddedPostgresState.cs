namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>How the portal's own PostgreSQL is doing right now.</summary>
/// <param name="Port">Differs from the first one only when another program took it while the server was down.</param>
/// <param name="Restarts">How often the server was found dead and is running again, in this process.</param>
/// <param name="Fault">Why it cannot be started again; null unless it is down.</param>
public sealed record EmbeddedPostgresState(bool IsRunning, int Port, int ProcessId, int Restarts = 0, string? Fault = null);
