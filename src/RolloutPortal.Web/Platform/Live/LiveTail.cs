using Microsoft.AspNetCore.SignalR;
using RolloutPortal.EventStore.Reading;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>Follows the log and nudges those who watch what changed; tells every page every other second that all is well.</summary>
public sealed class LiveTail(
    PortalDatabase database, IHubContext<LiveHub> hub, Topics topics, TopicPositions positions, Places places,
    AccountDirectory accounts, StateCache states, Watchers watchers, Clock clock, ILogger<LiveTail> log) : QuietService
{
    /// <summary>A burst of commits becomes one nudge for each topic.</summary>
    private static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Everything = ["*"];

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Null until the database is open.</summary>
    public LogTail? Tail { get; private set; }

    protected override async Task Work(CancellationToken stoppingToken)
    {
        database.Store.Committed += Refresh;
        Tail = new LogTail(database.Source, database.ConnectionStringWithSchemas);
        accounts.Follow(() => Tail.Silence);
        Tail.Lost += why => log.LogWarning(why, "The log's tail lost the database at position {Position}; it tries again", Tail.Position);
        await Task.WhenAll(Tail.Run((position, changed) => Tell(position, changed, stoppingToken), stoppingToken), KeepBeating(stoppingToken));
    }

    private async Task Tell(long position, IReadOnlySet<string>? changed, CancellationToken ct)
    {
        Refresh(changed);
        await CloseOutdated(changed, ct);
        if (changed is null)
        {
            positions.SetAll(position);
            await hub.Clients.All.SendAsync("nudge", Everything, ct);
            return;
        }

        var all = await topics.Expand(changed, ct);
        positions.Set(all, position);
        foreach (var topic in all)
            await hub.Clients.Group(topic).SendAsync("nudge", new[] { topic }, ct);
        await Task.Delay(Coalesce, ct);
    }

    /// <summary>What this node keeps in memory about places and accounts is forgotten before anybody is told; after its own commits at
    /// once, so that whoever changed something sees it on the next page.</summary>
    private void Refresh(IReadOnlySet<string>? changed)
    {
        if (changed is null)
        {
            places.Forget();
            accounts.ForgetAll();
            states.Clear();
            return;
        }

        if (changed.Any(topic => topic.StartsWith("rollout/", StringComparison.Ordinal))) places.Forget();
        foreach (var id in Accounts(changed))
            accounts.Forget(id);
    }

    private async Task CloseOutdated(IReadOnlySet<string>? changed, CancellationToken ct)
    {
        var named = changed is null ? null : Accounts(changed).ToHashSet();
        if (named is { Count: 0 }) return;
        foreach (var id in watchers.Accounts.Where(id => named?.Contains(id) != false))
            watchers.CloseOutdated(id, await accounts.Find(id, ct));
    }

    private static IEnumerable<Guid> Accounts(IEnumerable<string> topics) =>
        topics.Where(topic => topic.StartsWith("account/", StringComparison.Ordinal))
            .Select(topic => Guid.TryParse(topic["account/".Length..], out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    private async Task KeepBeating(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(ct))
        {
            var silence = Tail!.Silence;
            var behind = silence == TimeSpan.MaxValue ? -1 : silence.TotalSeconds;
            await hub.Clients.All.SendAsync("beat", clock.Now.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture), behind, ct);
        }
    }
}
