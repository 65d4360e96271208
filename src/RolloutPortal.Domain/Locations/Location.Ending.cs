namespace RolloutPortal.Domain.Locations;

/// <summary>How a location comes to an end, and how what was planned is taken back.</summary>
public sealed partial record Location
{
    public bool IsOpened => Opening is not null && History is { IsWithdrawn: false };

    /// <summary>From a day that may be past, today or to come; what is planned for later days is taken back first.</summary>
    /// <param name="from">The first day without it.</param>
    public Decision<LocationEvent> Close(DateOnly from)
    {
        if (History is { Ending: LocationEnding.Closed, ClosedFrom: { } closed } && closed == from) return Decision<LocationEvent>.Nothing;
        return CannotEnd(from) is { } cannot ? cannot : new LocationClosed(Opening!.LocationId, from);
    }

    /// <summary>Several others stand in its place.</summary>
    /// <param name="into">At least two, none of them this one.</param>
    public Decision<LocationEvent> Split(IReadOnlyList<Guid> into, DateOnly from)
    {
        if (History is { Ending: LocationEnding.Split } && History.ClosedFrom == from && History.Successors.SequenceEqual(into)) return Decision<LocationEvent>.Nothing;
        if (CannotEnd(from) is { } cannot) return cannot;
        if (into.Distinct().Count() < 2 || into.Contains(Opening!.LocationId)) return new Refusal(LocationRefusals.SplitIntoTooFew);

        return (LocationEvent[])[.. into.Select(id => new LocationSplitInto(Opening!.LocationId, id, from))];
    }

    /// <summary>It becomes a part of another.</summary>
    public Decision<LocationEvent> Merge(Guid into, DateOnly from)
    {
        if (History is { Ending: LocationEnding.Merged } && History.ClosedFrom == from && History.Successors is [var same] && same == into)
            return Decision<LocationEvent>.Nothing;
        if (CannotEnd(from) is { } cannot) return cannot;
        if (into == Opening!.LocationId) return new Refusal(LocationRefusals.MergeIntoItself);

        return new LocationMergedInto(Opening.LocationId, into, from);
    }

    /// <summary>It goes on as if it had not been closed. A split or a merger can be undone until its day: then others live on.</summary>
    /// <param name="today">The calendar day at the location.</param>
    public Decision<LocationEvent> Reopen(DateOnly today)
    {
        if (!IsOpened) return new Refusal(LocationRefusals.NotFound);
        if (History!.ClosedFrom is not { } closed) return Decision<LocationEvent>.Nothing;
        if (History.Ending is LocationEnding.Split or LocationEnding.Merged && closed <= today) return new Refusal(LocationRefusals.InForce, closed);

        return new LocationReopened(Opening!.LocationId);
    }

    /// <summary>A location that is not there yet does not come.</summary>
    /// <inheritdoc cref="Reopen"/>
    public Decision<LocationEvent> WithdrawOpening(DateOnly today)
    {
        if (Opening is null) return new Refusal(LocationRefusals.NotFound);
        if (History!.IsWithdrawn) return Decision<LocationEvent>.Nothing;
        if (History.Start <= today) return new Refusal(LocationRefusals.InForce, History.Start);
        if (History.ClosedFrom is { } closed) return new Refusal(LocationRefusals.Closed, closed);

        return new LocationOpeningWithdrawn(Opening.LocationId);
    }

    /// <summary>What was said to change on this very day is taken back, all of it: what was planned, or told by mistake.</summary>
    public Decision<LocationEvent> Withdraw(DateOnly from)
    {
        if (!IsOpened) return new Refusal(LocationRefusals.NotFound);
        LocationEvent[] events = [.. History!.ChangedOn(from).Select(value => new LocationChangeWithdrawn(Opening!.LocationId, value, from))];
        return events.Length == 0 ? Decision<LocationEvent>.Nothing : events;
    }

    private Refusal? CannotEnd(DateOnly from) =>
        !IsOpened ? new Refusal(LocationRefusals.NotFound)
        : OutOfRange(from) is { } badDay ? badDay
        : History!.ClosedFrom is { } closed ? new Refusal(LocationRefusals.Closed, closed)
        : from <= History.Start ? new Refusal(LocationRefusals.ClosedBeforeOpened, History.Start)
        : History.Changes is [.., var last] && from <= last ? new Refusal(LocationRefusals.ChangesLater, last)
        : null;
}
