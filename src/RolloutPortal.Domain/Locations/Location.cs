using RolloutPortal.Domain.Calendar;

namespace RolloutPortal.Domain.Locations;

/// <summary>One place of work: its code, and what it is called, how large and whose it is from which day (decisions.md 12).</summary>
public sealed partial record Location(LocationOpened? Opening, string Code, LocationHistory? History) : IState<Location, LocationEvent>
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

    /// <summary>So it is from this day, until the next day for which something else has been said; for a day in the past, today or to
    /// come.</summary>
    /// <remarks>Only what differs on that day becomes an event, so the same file again appends nothing (importing.md).</remarks>
    public Decision<LocationEvent> Describe(LocationDescription description, DateOnly from)
    {
        if (Opening is null || History is null || History.IsWithdrawn) return new Refusal(LocationRefusals.NotFound);
        if (description.Check(out var clean) is { } refusal) return refusal;
        if (OutOfRange(from) is { } badDay) return badDay;
        if (History.ClosedFrom is { } closed && closed <= from) return new Refusal(LocationRefusals.Closed, closed);

        var id = Opening.LocationId;
        LocationEvent[] events =
        [
            .. from < History.Start ? [new LocationOpenedEarlier(id, from)] : Array.Empty<LocationEvent>(),
            .. LocationChanges.Between(History.On(from), clean, id, from),
        ];
        return events.Length == 0 ? Decision<LocationEvent>.Nothing : events;
    }

    /// <summary>Described anew together with its code.</summary>
    public Decision<LocationEvent> Correct(string? code, LocationDescription description, DateOnly from)
    {
        var (recoded, described) = (Recode(code), Describe(description, from));
        if ((recoded.Refusal ?? described.Refusal) is { } refusal) return refusal;

        return new([.. recoded.Events, .. described.Events], Refusal: null);
    }

    /// <summary>As a file tells it: it is opened if it is new, else described anew from that day. Its code is what it was found by.</summary>
    public Decision<LocationEvent> Register(OpenLocation command) =>
        Opening is null ? Open(command) : Describe(command.Description, command.From);

    public Location Apply(LocationEvent @event) => @event switch
    {
        LocationOpened e => new(e, e.Code, LocationHistory.Starting(e)),
        LocationRecoded e => this with { Code = e.Code },
        _ => this with { History = History?.Apply(@event) },
    };

    internal static Refusal? OutOfRange(DateOnly from) =>
        Days.Hold(from) ? null : new Refusal(LocationRefusals.FromOutOfRange, Days.Earliest, Days.Latest);
}
