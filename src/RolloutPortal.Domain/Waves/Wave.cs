using System.Collections.Immutable;
using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Waves;

/// <summary>Locations that go live together: planned here, gone live in the other half.</summary>
/// <param name="HypercareWeeks">0 until scheduled.</param>
/// <param name="Locations">Those assigned, each with the day it went live.</param>
/// <param name="HypercareClosedOn">The first day without hypercare.</param>
/// <remarks>What is already so is nothing to do. That a location is in one wave only is held by a reservation, not here.</remarks>
public sealed partial record Wave(
    WaveCreated? Creation,
    string Name,
    DateOnly? PlannedGoLive,
    int HypercareWeeks,
    ImmutableSortedDictionary<Guid, DateOnly?> Locations,
    DateOnly? HypercareClosedOn,
    DateOnly? ClosedOn,
    bool IsCancelled)
    : IState<Wave, WaveEvent>
{
    public const int HighestNumber = 999;

    public const int MostHypercareWeeks = 26;

    /// <summary>What is proposed where nobody chose: the length in the founding scenario (scenarios.md; domain.md §5).</summary>
    public const int UsualHypercareWeeks = 6;

    public static Wave Initial { get; } = new(
        Creation: null, "", PlannedGoLive: null, HypercareWeeks: 0, ImmutableSortedDictionary<Guid, DateOnly?>.Empty,
        HypercareClosedOn: null, ClosedOn: null, IsCancelled: false);

    private Guid Id => Creation!.WaveId;

    public Decision<WaveEvent> Create(CreateWave command)
    {
        if (Names.Check(command.Name, out var name) is { } refusal) return refusal;
        if (command.Number is < 0 or > HighestNumber) return new Refusal(WaveRefusals.NumberOutOfRange, HighestNumber);

        var created = new WaveCreated(command.WaveId, command.ProgrammeId, name, command.Number, command.Early);
        if (Creation is null) return created;
        return created == Creation ? Decision<WaveEvent>.Nothing : new Refusal(WaveRefusals.AlreadyCreated);
    }

    /// <summary>Possible when closed too: a slip in a name is found late.</summary>
    public Decision<WaveEvent> Rename(string? typed)
    {
        if (CannotRename is { } cannot) return cannot;
        if (Names.Check(typed, out var name) is { } refusal) return refusal;

        return name == Name ? Decision<WaveEvent>.Nothing : new WaveRenamed(Id, name);
    }

    /// <summary>For the first time; after that it is moved, with a reason.</summary>
    public Decision<WaveEvent> Schedule(DateOnly goLive, int hypercareWeeks)
    {
        if (Settled is { } settled) return settled;
        if (PlannedGoLive == goLive && HypercareWeeks == hypercareWeeks) return Decision<WaveEvent>.Nothing;
        if (CannotSchedule is { } cannot) return cannot;
        if ((OutOfRange(goLive) ?? OutOfRange(hypercareWeeks)) is { } refusal) return refusal;

        return new WaveScheduled(Id, goLive, hypercareWeeks);
    }

    /// <param name="extraCost">In the programme's currency; null: nobody said.</param>
    public Decision<WaveEvent> Move(DateOnly to, Guid reasonTextId, decimal? extraCost = null)
    {
        if (Settled is { } settled) return settled;
        if (PlannedGoLive == to) return Decision<WaveEvent>.Nothing;
        if ((CannotMove ?? OutOfRange(to) ?? OutOfRange(extraCost) ?? Missing(reasonTextId)) is { } refusal) return refusal;

        return new WaveMoved(Id, PlannedGoLive!.Value, to, reasonTextId, extraCost);
    }

    public Decision<WaveEvent> SetHypercareLength(int weeks)
    {
        if (Settled is { } settled) return settled;
        if (PlannedGoLive is not null && weeks == HypercareWeeks) return Decision<WaveEvent>.Nothing;
        if ((CannotSetHypercareLength ?? OutOfRange(weeks)) is { } refusal) return refusal;

        return new HypercareLengthSet(Id, weeks);
    }

    /// <summary>Not once hypercare is closed: the location would go live without any.</summary>
    public Decision<WaveEvent> Assign(Guid locationId)
    {
        if (Settled is { } settled) return settled;
        if (Locations.ContainsKey(locationId)) return Decision<WaveEvent>.Nothing;
        if (CannotAssign is { } cannot) return cannot;

        return new LocationAssigned(Id, locationId);
    }

    public Decision<WaveEvent> Unassign(Guid locationId)
    {
        if (Settled is { } settled) return settled;
        if (!Locations.TryGetValue(locationId, out var liveOn)) return Decision<WaveEvent>.Nothing;
        if (liveOn is { } day) return new Refusal(WaveRefusals.LocationLive, day);

        return new LocationUnassigned(Id, locationId);
    }

    /// <summary>Only while nothing is live (decisions.md 21); its locations are free for other waves then.</summary>
    public Decision<WaveEvent> Cancel(Guid reasonTextId)
    {
        if (IsCancelled) return Decision<WaveEvent>.Nothing;
        if ((CannotCancel ?? Missing(reasonTextId)) is { } refusal) return refusal;

        return new WaveCancelled(Id, reasonTextId);
    }

    public Wave Apply(WaveEvent @event) => Folded(@event).Planned(@event).Wrote(@event);

    private Wave Folded(WaveEvent @event) => @event switch
    {
        WaveCreated e => this with { Creation = e, Name = e.Name },
        WaveRenamed e => this with { Name = e.Name },
        WaveScheduled e => this with { PlannedGoLive = e.GoLive, HypercareWeeks = e.HypercareWeeks },
        WaveMoved e => this with { PlannedGoLive = e.To },
        HypercareLengthSet e => this with { HypercareWeeks = e.Weeks },
        LocationAssigned e => this with { Locations = Locations.SetItem(e.LocationId, null) },
        LocationUnassigned e => this with { Locations = Locations.Remove(e.LocationId) },
        LocationWentLive e => this with { Locations = Locations.SetItem(e.LocationId, e.On) },
        GoLiveInherited e => this with { Locations = Locations.SetItem(e.LocationId, e.On) },
        GoLiveWithdrawn e => this with { Locations = Locations.SetItem(e.LocationId, null) },
        HypercareClosed e => this with { HypercareClosedOn = e.On },
        HypercareReopened => this with { HypercareClosedOn = null },
        WaveClosed e => this with { ClosedOn = e.On },
        WaveCancelled => this with { IsCancelled = true },
        _ => this,
    };

    private static Refusal? OutOfRange(DateOnly day) =>
        Days.Hold(day) ? null : new Refusal(WaveRefusals.DayOutOfRange, Days.Earliest, Days.Latest);

    private static Refusal? OutOfRange(int hypercareWeeks) =>
        hypercareWeeks is >= 1 and <= MostHypercareWeeks
            ? null
            : new Refusal(WaveRefusals.HypercareWeeksOutOfRange, MostHypercareWeeks);

    private static Refusal? Missing(Guid reasonTextId) =>
        reasonTextId == Guid.Empty ? new Refusal(WaveRefusals.ReasonMissing) : null;
}
