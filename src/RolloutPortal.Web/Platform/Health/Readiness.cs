using System.Diagnostics;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Health;

/// <summary>Whether this process can serve, and if not, why: asked by whoever routes people to it.</summary>
public sealed class Readiness(PortalDatabase database, LiveTail live, Preparation preparation, Clock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostSilence = TimeSpan.FromSeconds(10);

    private readonly Lock turn = new();
    private Task<Found> asked = Task.FromResult(new Found(null, []));
    private long askedAt;

    /// <summary>Anybody may ask: the database is asked at most once a second, by however many. What this process knows itself is as of now.</summary>
    public async Task<ReadinessReport> Look(CancellationToken ct = default)
    {
        var (took, tables) = await Asked().WaitAsync(ct);
        if (took is not { } time)
            return new ReadinessReport(false, [Server?.Fault ?? "the database does not answer"], DatabaseMilliseconds: null, Silence, Head: null, [], Server);
        return Report(time, tables);
    }

    private Task<Found> Asked()
    {
        lock (turn)
        {
            if (askedAt != 0 && (!asked.IsCompleted || Stopwatch.GetElapsedTime(askedAt) < Kept)) return asked;
            askedAt = Stopwatch.GetTimestamp();
            return asked = Ask();
        }
    }

    private async Task<Found> Ask()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var started = Stopwatch.GetTimestamp();
            var states = await database.Store.Tables.States(limit.Token);
            var took = Stopwatch.GetElapsedTime(started);
            return new Found(took, [.. await Task.WhenAll(states.Select(state => Read(state, limit.Token)))]);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return new Found(null, []);
        }
    }

    /// <summary>Seconds since the log was last asked with success; null when it never was.</summary>
    private double? Silence => live.Tail?.Silence is { } silence && silence != TimeSpan.MaxValue ? Math.Round(silence.TotalSeconds, 1) : null;

    private ServerReport? Server => database.Embedded is { } state ? new(state.IsRunning, state.Restarts, state.Fault) : null;

    private ReadinessReport Report(TimeSpan took, IReadOnlyList<TableReport> tables)
    {
        string[] reasons = [.. Reasons(tables)];
        return new ReadinessReport(reasons.Length == 0, reasons, Math.Round(took.TotalMilliseconds, 1), Silence, tables.Max(table => (long?)table.Head), tables, Server);
    }

    private IEnumerable<string> Reasons(IReadOnlyList<TableReport> tables)
    {
        if (preparation.Failure is { } failure) yield return failure;
        if (preparation.IsLoading) yield return "the demo scenario is being loaded";
        if (live.Tail is null || live.Tail.Silence > MostSilence) yield return "the log's tail is silent";
        foreach (var table in tables.Where(table => table.Status != TableReport.Live))
            yield return $"{table.Table} is {table.Status}";
    }

    private async Task<TableReport> Read(TableState state, CancellationToken ct)
    {
        var isOurs = database.Store.Models.Named(state.Table)!.IsLive;
        var status = (isOurs, state.IsThere) switch
        {
            (true, true) when state.IsCurrent => TableReport.Live,
            (true, false) => TableReport.TakenOver,
            (true, true) => TableReport.Behind,
            _ => TableReport.Building,
        };
        var behind = Math.Max(0, state.Head - state.Position);
        return new TableReport(state.Table, status, state.Position, state.Head, behind, behind == 0 ? 0 : await SecondsSince(state.Position, ct), state.BuiltTo);
    }

    /// <summary>How long the first event that is missing has been waiting.</summary>
    private async Task<double?> SecondsSince(long position, CancellationToken ct) =>
        await database.Source.Scalar<DateTime?>("select timestamp from mt_events where seq_id > $1 order by seq_id limit 1", ct, position) is { } at
            ? Math.Round(Math.Max(0, (clock.Now.UtcDateTime - at).TotalSeconds), 1)
            : null;

    /// <param name="Took">Null when the database did not answer.</param>
    private sealed record Found(TimeSpan? Took, IReadOnlyList<TableReport> Tables);
}
