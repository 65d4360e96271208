using RolloutPortal.Domain.Calendar;

namespace RolloutPortal.Domain.Locations;

/// <summary>One place of work: its code, and what it is called, how large and whose it is from which day (decisions.md 12).</summary>
public sealed record Location(LocationOpened? Opening, string Code, LocationHistory? History) : IState<Location, LocationEvent>
{
    public static Location Initial { get; } = new(Opening: null, "", History: null);

    /// <remarks>That no other location has the code is held by a reservation, not here.</remarks>
    public Decision<LocationEvent> Open(OpenLocation command)
    {
        if (LocationCode.Check(command.Code, out var code) is { } badCode) return badCode;
        if (command.Description.Check(out var d) is { } refusal) return refusal;
        if (OutOfRange(command.From) is { } badDay) return badDay;

        var opened = new LocationOpened(
            command.LocationId, command.ProgrammeId, d.AreaId, code, d.Name, d.Users, d.Side, d.OpeningHours, d.TimeZone,
            d.ProviderId, command.From);
        if (Opening is null) return opened;
        return opened == Opening ? Decision<LocationEvent>.Nothing : new Refusal(LocationRefusals.AlreadyOpened);
    }

    public Decision<LocationEvent> Recode(string? typed)
    {
        if (Opening is null) return new Refusal(LocationRefusals.NotFound);
        if (LocationCode.Check(typed, out var code) is { } refusal) return refusal;

        return code == Code ? Decision<LocationEvent>.Nothing : new LocationRecoded(Opening.LocationId, code);
    }

    /// <summary>So it is from this day, until the next day for which something else has been said.</summary>
    /// <remarks>Only what differs on that day becomes an event, so the same file again appends nothing (importing.md).</remarks>
    public Decision<LocationEvent> Describe(LocationDescription description, DateOnly from)
    {
        if (Opening is null || History is null) return new Refusal(LocationRefusals.NotFound);
        if (description.Check(out var clean) is { } refusal) return refusal;
        if (OutOfRange(from) is { } badDay) return badDay;

        var id = Opening.LocationId;
        LocationEvent[] events =
        [
            .. from < History.Start ? [new LocationOpenedEarlier(id, from)] : Array.Empty<LocationEvent>(),
            .. LocationChanges.Between(History.On(from), clean, id, from),
        ];
        return events.Length == 0 ? Decision<LocationEvent>.Nothing : events;
    }

    /// <summary>Described anew by hand, together with its code: from a day that has come, and not before the last change.</summary>
    /// <remarks>Rows show a location as it was described last, so what is said today must not be about a day before that; until
    /// periods are shown (docs/domain.md, "Locations"). Files are not bound by it.</remarks>
    /// <param name="today">The calendar day at the location.</param>
    public Decision<LocationEvent> Correct(string? code, LocationDescription description, DateOnly from, DateOnly today)
    {
        var (recoded, described) = (Recode(code), Describe(description, from));
        if ((recoded.Refusal ?? described.Refusal) is { } refusal) return refusal;
        if (described.Events.Count == 0) return recoded;
        if (from > today) return new Refusal(LocationRefusals.FromInFuture);
        if (History!.Periods()[^1].From is var last && from < last) return new Refusal(LocationRefusals.FromBeforeLast, last);

        return (LocationEvent[])[.. recoded.Events, .. described.Events];
    }

    public Location Apply(LocationEvent @event) => @event switch
    {
        LocationOpened e => new(e, e.Code, LocationHistory.Starting(e)),
        LocationRecoded e => this with { Code = e.Code },
        _ => this with { History = History?.Apply(@event) },
    };

    private static Refusal? OutOfRange(DateOnly from) =>
        Days.Hold(from) ? null : new Refusal(LocationRefusals.FromOutOfRange, Days.Earliest, Days.Latest);
}
