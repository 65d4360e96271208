using System.Collections.Immutable;
using RolloutPortal.Domain.Dips;

namespace RolloutPortal.Domain.Waves;

/// <content>What is planned beside the wave's own day: locations that go live on another, the dip that is expected, who was told.</content>
public sealed partial record Wave
{
    /// <summary>What a move may cost more, either way; more than this is a slip of the finger.</summary>
    public const decimal MostExtraCost = 1_000_000_000m;

    /// <summary>Days after the wave's own, negative before; who goes live with the wave is not among them. They move with it.</summary>
    public ImmutableSortedDictionary<Guid, int> DaysApart { get; private init; } = ImmutableSortedDictionary<Guid, int>.Empty;

    /// <summary>Null: nobody agreed on one.</summary>
    public ExpectedDip? Dip { get; private init; }

    /// <summary>The day that was told last to those whom it concerns.</summary>
    public DateOnly? AnnouncedGoLive { get; private init; }

    /// <summary>The location's planned day; null where there is none.</summary>
    public DateOnly? PlannedAt(Guid locationId) =>
        Locations.ContainsKey(locationId) ? PlannedGoLive?.AddDays(DaysApart.GetValueOrDefault(locationId)) : null;

    /// <summary>One location goes live on another day than its wave; on the wave's own it is with the others again.</summary>
    /// <param name="extraCost">In the programme's currency; null: nobody said.</param>
    public Decision<WaveEvent> MoveLocation(Guid locationId, DateOnly to, Guid reasonTextId, decimal? extraCost = null)
    {
        if (Settled is { } settled) return settled;
        if (Unscheduled is { } unscheduled) return unscheduled;
        if (!Locations.TryGetValue(locationId, out var liveOn)) return new Refusal(WaveRefusals.LocationNotAssigned);
        if (liveOn is { } day) return new Refusal(WaveRefusals.LocationLive, day);
        if (PlannedAt(locationId) == to) return Decision<WaveEvent>.Nothing;
        if ((OutOfRange(to) ?? OutOfRange(extraCost) ?? Missing(reasonTextId)) is { } refusal) return refusal;

        return new LocationGoLiveMoved(
            Id, locationId, PlannedAt(locationId)!.Value, to, to.DayNumber - PlannedGoLive!.Value.DayNumber, reasonTextId, extraCost);
    }

    /// <summary>How deep the fall will be and how long it lasts, agreed before it comes (decisions.md 28).</summary>
    public Decision<WaveEvent> AgreeDip(ExpectedDip dip)
    {
        if (Settled is { } settled) return settled;
        if (dip.Check() is { } refusal) return refusal;

        return dip == Dip ? Decision<WaveEvent>.Nothing : new ExpectedDipAgreed(Id, dip.Depth, dip.Weeks);
    }

    /// <summary>Those whom it concerns were told the wave's day as it is now.</summary>
    public Decision<WaveEvent> Announce(DateOnly goLive, IReadOnlyCollection<Guid> accountIds)
    {
        if (Settled is { } settled) return settled;
        if (Unscheduled is { } unscheduled) return unscheduled;
        if (goLive != PlannedGoLive) return new Refusal(WaveRefusals.AnnouncedAnother, PlannedGoLive!.Value);

        return accountIds.Count == 0 ? Decision<WaveEvent>.Nothing : new GoLiveAnnounced(Id, goLive, [.. accountIds.Distinct().Order()]);
    }

    private Wave Planned(WaveEvent @event) => @event switch
    {
        LocationGoLiveMoved { DaysFromWave: 0 } e => this with { DaysApart = DaysApart.Remove(e.LocationId) },
        LocationGoLiveMoved e => this with { DaysApart = DaysApart.SetItem(e.LocationId, e.DaysFromWave) },
        LocationAssigned e => this with { DaysApart = DaysApart.Remove(e.LocationId) },
        LocationUnassigned e => this with { DaysApart = DaysApart.Remove(e.LocationId) },
        ExpectedDipAgreed e => this with { Dip = new(e.Depth, e.Weeks) },
        GoLiveAnnounced e => this with { AnnouncedGoLive = e.GoLive },
        _ => this,
    };

    private static Refusal? OutOfRange(decimal? extraCost) =>
        extraCost is < -MostExtraCost or > MostExtraCost ? new Refusal(WaveRefusals.CostOutOfRange, MostExtraCost) : null;
}
