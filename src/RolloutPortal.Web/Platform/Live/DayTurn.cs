using Microsoft.AspNetCore.SignalR;
using Npgsql;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>When a day begins somewhere, pages ask again: phases go by days, and what was planned comes into force without an event. The
/// demo's clock may also jump, forwards or back.</summary>
/// <remarks>Nothing rests on it being in time: places are read again by whoever asks first (<see cref="Places"/>). This is for those who
/// only look.</remarks>
public sealed class DayTurn(Places places, Watchers watchers, IHubContext<LiveHub> hub, Clock clock, ILogger<DayTurn> log) : QuietService
{
    private static readonly string[] Everything = ["*"];

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private (DateTimeOffset, DateTimeOffset) holding;
    private string days = "";

    protected override async Task Work(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                log.LogDebug("Places cannot be read now: {Reason}", away.Message);
            }
        }
    }

    /// <summary>Tells everybody if another day has begun since the last look.</summary>
    public async Task Look(CancellationToken ct = default)
    {
        var today = await places.Map(ct);
        var (heldBefore, daysBefore) = (holding, days);
        holding = today.Holds;
        days = string.Join(' ', today.Zones.Select(zone => $"{zone}={clock.Today(zone):O}"));
        // A location's first change, or a new zone, moves these too: a nudge too many.
        if (daysBefore == "" || (days == daysBefore && holding == heldBefore)) return;
        if (clock.Now >= heldBefore.Item2 || clock.Now < heldBefore.Item1) watchers.CloseAll();
        else if (days != daysBefore) await hub.Clients.All.SendAsync("nudge", Everything, ct);
    }
}
