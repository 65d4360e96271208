using System.Net.Sockets;
using Npgsql;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Platform.Errors;

/// <summary>What an exception means to the person who meets it: a status, and which of the texts about it.</summary>
/// <param name="Kind">A key of the texts of errors: <c>404</c>, <c>database</c>.</param>
public sealed record Fault(int Status, string Kind)
{
    public static Fault Of(Exception e) => e switch
    {
        StaleVersionException or OvertakenException => new(StatusCodes.Status409Conflict, "409"),
        WrongStreamTypeException => new(StatusCodes.Status404NotFound, "404"),
        ReadModelBuildingException => new(StatusCodes.Status503ServiceUnavailable, "building"),
        ShapeChangedException => new(StatusCodes.Status503ServiceUnavailable, "newer"),
        TooManyAtOnceException many => new(StatusCodes.Status429TooManyRequests, "429") { Wait = many.Wait },
        BadHttpRequestException bad => OfStatus(bad.StatusCode),
        _ when IsDatabaseAway(e) => new(StatusCodes.Status503ServiceUnavailable, "database"),
        _ => new(StatusCodes.Status500InternalServerError, "500"),
    };

    public static Fault OfStatus(int status) => new(status, status switch
    {
        400 or 403 or 404 or 409 or 413 or 429 => $"{status}",
        401 => "403",
        405 or 410 => "404",
        503 => "503",
        >= 500 => "500",
        _ => "400",
    });

    /// <summary>After how long it is worth asking again; null: nobody knows.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Something that time mends; anything else is our own fault, and is logged as one.</summary>
    public bool IsExpected => Status != StatusCodes.Status500InternalServerError;

    private static bool IsDatabaseAway(Exception e) => e switch
    {
        // 08: connection; 57P: shutdown, crash, not yet ready; 53300: too many connections; 25006: a standby; 3D000: being restored.
        PostgresException p => p.SqlState.StartsWith("08", StringComparison.Ordinal) || p.SqlState.StartsWith("57P", StringComparison.Ordinal)
            || p.SqlState is PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InvalidCatalogName,
        NpgsqlException or TimeoutException or SocketException => true,
        _ => e.InnerException is { } inner && IsDatabaseAway(inner),
    };
}
