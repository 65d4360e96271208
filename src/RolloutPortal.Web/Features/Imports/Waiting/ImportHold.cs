using System.Diagnostics;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports.Engine;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Which node works on which file. A hold is renewed while the work goes on; of a node that died it runs out, and then another,
/// or the same one after its start, takes the file.</summary>
public sealed class ImportHold(NpgsqlDataSource source)
{
    /// <summary>Begun so often without coming to an end, a file is the cause of it.</summary>
    public const int MostAttempts = 3;

    private const int Seconds = 15;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly Guid node = Guid.NewGuid();

    /// <summary>The next file that nobody holds, and how often it was begun, this time included.</summary>
    public async Task<(Guid ImportId, int Attempts)?> Take(CancellationToken ct) => (await source.Rows(
        $"""
        update import set node = $1, attempts = attempts + 1, held_until = now() + interval '{Seconds} seconds'
        where id = (
            select id from import
            where state in ('Checking', 'Storing') and (held_until is null or held_until < now())
            order by created_at limit 1 for update skip locked)
        returning id, attempts
        """,
        row => ((Guid, int)?)(row.GetGuid(0), row.GetInt32(1)), ct, node)).FirstOrDefault();

    /// <summary>This node stops; that is nothing against the file.</summary>
    public Task GiveBack(Guid importId) => source.Execute(
        "update import set held_until = null, attempts = greatest(0, attempts - 1) where id = $1 and node = $2", CancellationToken.None, importId, node);

    /// <summary>Renews the hold and says how far the work is; ends the work when it was cancelled, or when the hold ran out because the
    /// database could not be reached: by then another node may be at it.</summary>
    /// <param name="over">The work is done.</param>
    public async Task Keep(Guid importId, Func<ImportProgress> at, CancellationTokenSource work, CancellationToken over)
    {
        using var timer = new PeriodicTimer(Beat);
        var renewed = Stopwatch.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                try
                {
                    // Stored or told just now, or cancelled: in either case nothing is left to hold.
                    if (!await Renew(importId, at(), over)) await work.CancelAsync();
                    renewed = Stopwatch.GetTimestamp();
                }
                catch (NpgsqlException) when (!over.IsCancellationRequested)
                {
                    if (Stopwatch.GetElapsedTime(renewed).TotalSeconds > Seconds) await work.CancelAsync();
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException)
        {
            // It is over.
        }
    }

    private async Task<bool> Renew(Guid importId, ImportProgress now, CancellationToken ct) => await source.Execute(
        $"update import set held_until = now() + interval '{Seconds} seconds', phase = $3, row_count = $4, share = $5 where id = $1 and node = $2 and state in ('Checking', 'Storing')",
        ct, importId, node, now.Phase.ToString(), now.Rows, now.Share) > 0;
}
