using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Running;

namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>Old entries go, whole batches at a time; the last link that went stays, so that the chain still hangs on something. That they
/// went is an entry itself.</summary>
public sealed class AccessPruning(
    NpgsqlDataSource source, AccessTables tables, IOptions<PortalOptions> options, TimeProvider machine, ILogger<AccessPruning> log) : QuietService
{
    public const string Action = "prune";

    private const string Outcome = "pruned.";

    private static readonly TimeSpan Often = TimeSpan.FromHours(6);

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    /// <returns>The number of the last batch whose entries went; null: none was old enough.</returns>
    public async Task<long?> Prune(CancellationToken ct = default)
    {
        var before = machine.GetUtcNow().AddMonths(-options.Value.AccessLogMonths);
        var last = await source.Rows(
            """
            select number, last_id from access_log_batch
            where number < (select coalesce(min(number), (select max(number) + 1 from access_log_batch)) from access_log_batch where last_at >= $1)
                and exists (select from access_log l where l.id <= last_id)
            order by number desc limit 1
            """, row => (Number: row.GetInt64(0), Id: row.GetInt64(1)), ct, before);
        if (last is not [var (number, id)]) return null;
        await tables.Write([AccessWriter.Upkeep(machine, Action, $"{Outcome}{number}")], async (connection, _) =>
        {
            await connection.Execute("delete from access_log where id <= $1", ct, id);
            await connection.Execute("delete from access_log_batch where number < $1", ct, number);
        }, ct);
        return number;
    }

    /// <summary>The batch that an entry of pruning names; null: it is none.</summary>
    public static long? PrunedTo(AccessEntry entry) =>
        entry is { Kind: AccessKind.Upkeep, Action: Action, Outcome: { } outcome } && outcome.StartsWith(Outcome, StringComparison.Ordinal) && long.TryParse(outcome.AsSpan(Outcome.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected override async Task Work(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, machine);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Prune(stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning("Old entries of the access log could not be removed: {Error}", e.GetType().Name);
                await Task.Delay(Later, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }
}
