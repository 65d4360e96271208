using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace RolloutPortal.EventStore.Schema;

/// <summary>The three schemas of a portal's database: the log, what stands beside it, and the tables that everyone may read.</summary>
/// <remarks>No other SQL names a schema: the search path of a connection selects it, so that the same statements serve the tables
/// of today and those folded as they stood on an earlier day (decisions.md 6).</remarks>
public sealed partial record StoreSchema(string Events = "rollout", string Read = "read", string Portal = "portal")
{
    /// <summary>New objects without a schema of their own land in the first.</summary>
    public string SearchPath => $"{Plain(Read)},{Plain(Events)},{Plain(Portal)}";

    /// <summary>The same statements, but read tables come from another schema first.</summary>
    public string SearchPathAsOf(string schema) => $"{Plain(schema)},{SearchPath}";

    /// <summary>One data source for the portal: pooled, statements prepared after their second use.</summary>
    /// <remarks>A connection goes back to the pool as it is: to have each cleaned for the next took a sixth of the database's time for a page. Whoever
    /// changes a setting for longer than a transaction sets it back.</remarks>
    public NpgsqlDataSource Connect(string connectionString) => NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = SearchPath,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            ApplicationName = "rolloutportal",
            IncludeErrorDetail = false,
        });

    /// <summary>The statements that a database administrator runs once where the portal's role may not create schemas.</summary>
    /// <param name="portalScripts">What the portal keeps beside the log; each can be run again.</param>
    /// <param name="role">The portal's role, when somebody else runs the script: it is then given what it needs.</param>
    public string Script(IEnumerable<string> portalScripts, string? role = null)
    {
        var portal = string.Join('\n', portalScripts.Prepend(EmbeddedSql.Read("Portal.sql")));
        var script = $"""
            create schema if not exists {Plain(Events)};
            create schema if not exists {Plain(Read)};
            create schema if not exists {Plain(Portal)};

            set search_path to {Events};
            {EmbeddedSql.Read("Events.sql")}
            set search_path to {Portal};
            {portal}
            reset search_path;

            {Named("Readers.sql", "bi")}
            """;
        return $"{script}{(role is null ? "" : Named("Owner.sql", role))}comment on schema {Portal} is '{Installed(script)}';\n";
    }

    /// <summary>Creates what is missing. Safe when two processes start at once: the second waits and finds everything there.</summary>
    /// <exception cref="SchemaMissingException">The role may not create it: an administrator runs <see cref="Script"/>.</exception>
    public async Task Install(NpgsqlDataSource source, IEnumerable<string> portalScripts, CancellationToken ct = default)
    {
        var script = Script(portalScripts);
        await using var connection = await source.OpenConnectionAsync(ct);
        if (await IsInstalled(connection, script, ct)) return;
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await CatalogLock.TakeAlone(connection, ct);
        if (await IsInstalled(connection, script, ct)) return;
        try
        {
            await connection.Execute(script, ct);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new SchemaMissingException(refused);
        }

        await transaction.CommitAsync(ct);
    }

    /// <remarks>The note stands at the end of the script itself, whoever runs it. It is read from the catalogs' rows: a name that was looked up before
    /// the wait, and not found, may still be remembered as missing after it.</remarks>
    private async Task<bool> IsInstalled(NpgsqlConnection connection, string script, CancellationToken ct) =>
        await connection.Scalar<string>(
            """
            select d.description from pg_namespace n
            join pg_description d on d.objoid = n.oid and d.classoid = 'pg_namespace'::regclass and d.objsubid = 0
            where n.nspname = $1
            """, ct, Portal) is { } note
        && script.EndsWith($"'{note}';\n", StringComparison.Ordinal);

    private static string Installed(string script) =>
        "portal schema " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..16];

    private string Named(string file, string role) => EmbeddedSql.Read(file)
        .Replace("{events}", Events, StringComparison.Ordinal)
        .Replace("{read}", Read, StringComparison.Ordinal)
        .Replace("{portal}", Portal, StringComparison.Ordinal)
        .Replace("{role}", Plain(role), StringComparison.Ordinal);

    // Names come from configuration and stand in DDL, where no parameter can.
    private static string Plain(string name) => PlainName().IsMatch(name)
        ? name
        : throw new ArgumentException($"'{name}' is no name for a schema or a role: lower-case letters, digits and underscores.", nameof(name));

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex PlainName();
}

/// <summary>The schema is not there or not this version's, and the portal's role may not change it.</summary>
public sealed class SchemaMissingException(Exception inner) : Exception(
    "The database's schema is not this version's, and this role may not change it: let an administrator run what `schema --print` writes.", inner);
