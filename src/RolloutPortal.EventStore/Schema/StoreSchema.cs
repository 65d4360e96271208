using Npgsql;

namespace RolloutPortal.EventStore.Schema;

/// <summary>The three schemas of a portal's database: the log, what stands beside it, and the tables that everyone may read.</summary>
/// <remarks>No other SQL names a schema: the search path of a connection selects it, so that the same statements serve the tables
/// of today and those folded as they stood on an earlier day (decisions.md 6).</remarks>
public sealed record StoreSchema(string Events = "rollout", string Read = "read", string Portal = "portal")
{
    /// <summary>Two processes that create or swap tables at once wait for each other on this lock.</summary>
    internal const long InstallLock = 7_204_001;

    /// <summary>New objects without a schema of their own land in the first.</summary>
    public string SearchPath => $"{Read},{Events},{Portal}";

    /// <summary>The same statements, but read tables come from another schema first.</summary>
    public string SearchPathAsOf(string schema) => $"{schema},{SearchPath}";

    /// <summary>One data source for the portal: pooled, statements prepared after their second use.</summary>
    public NpgsqlDataSource Connect(string connectionString) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = SearchPath,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            ApplicationName = "rolloutportal",
            IncludeErrorDetail = false,
        });

    /// <summary>The statements that a database administrator runs once where the portal's role may not create schemas.</summary>
    public string Script(IEnumerable<string> portalScripts)
    {
        var portal = string.Join('\n', portalScripts.Prepend(EmbeddedSql.Read("Portal.sql")));
        return $"""
            create schema if not exists {Events};
            create schema if not exists {Read};
            create schema if not exists {Portal};

            set local search_path to {Events};
            {EmbeddedSql.Read("Events.sql")}
            set local search_path to {Portal};
            {portal}
            set local search_path to {SearchPath};
            """;
    }

    /// <summary>Creates what is missing. Safe when two processes start at once: the second waits and finds everything there.</summary>
    public async Task Install(NpgsqlDataSource source, IEnumerable<string> portalScripts, CancellationToken ct = default)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute($"select pg_advisory_xact_lock({InstallLock})", ct);
        if (!await IsInstalled(connection, ct) || portalScripts.Any())
            await connection.Execute(Script(portalScripts), ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<bool> IsInstalled(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.Scalar<bool>($"select to_regclass('{Events}.mt_event_progression') is not null and to_regclass('{Portal}.nudge') is not null", ct);
}
