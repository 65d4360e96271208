namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>Where the portal's own PostgreSQL keeps its data, and how carefully.</summary>
/// <param name="DataDirectory">Made when it is missing. Two portals on the same one share a server.</param>
/// <param name="Durable">False for tests only: a crash of the machine may lose everything.</param>
/// <param name="BinariesFrom">A folder that holds <c>bin/postgres</c>; null: the programs published or installed with the portal,
/// else the system's.</param>
/// <param name="Settings">Further lines for the server's configuration; <c>port</c> fixes the port.</param>
public sealed record EmbeddedPostgresOptions(
    string DataDirectory, bool Durable = true, string? BinariesFrom = null, IReadOnlyDictionary<string, string>? Settings = null);
