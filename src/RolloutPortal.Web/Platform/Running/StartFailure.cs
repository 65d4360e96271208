using System.Net.Sockets;
using Npgsql;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Postgres;
using RolloutPortal.Web.Platform.Seeding;
using RolloutPortal.Web.Platform.Seeding.Files;

namespace RolloutPortal.Web.Platform.Running;

/// <summary>Why the portal, or one of its verbs, could not go on: one line for whoever started it.</summary>
public static class StartFailure
{
    /// <summary>Configured wrongly, or something that the portal stands on is not there.</summary>
    public const int ExitCode = 1;

    /// <summary>Null for what is our own fault: that deserves a stack trace.</summary>
    public static string? Explain(Exception e) => e switch
    {
        PortalConfigurationException or EmbeddedPostgresException or ShapeChangedException or SchemaMissingException
            or SeedRefusedException or ScenarioFileException => e.Message,
        PostgresException p => $"The database refuses: {p.MessageText} ({p.SqlState}).",
        NpgsqlException n => $"The database cannot be reached: {n.InnerException?.Message ?? n.Message}",
        SocketException s => $"The network refuses: {s.Message}",
        IOException io when io.Message.StartsWith("Failed to bind", StringComparison.Ordinal) => io.Message,
        UnauthorizedAccessException u => u.Message,
        _ => null,
    };
}
