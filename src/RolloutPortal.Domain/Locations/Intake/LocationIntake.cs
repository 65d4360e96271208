using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Domain.Locations.Intake;

/// <summary>Judges a file of locations row by row, each on what the rows before it leave: pure, nothing is stored.</summary>
/// <remarks>Areas and providers that nobody knew are named by <see cref="ProgrammeEvents"/>, also those of rows that turn out faulty: with
/// one fault nothing is stored (importing.md). That a code comes twice in a file is the file's fault, not found here.</remarks>
/// <param name="known">Every location that may be met, whatever its code.</param>
/// <param name="today">The local day in a time zone.</param>
/// <param name="newId">Gives ids to what is new.</param>
public sealed class LocationIntake(
    Programme programme, IEnumerable<KeyValuePair<Guid, Location>> known, Func<string, DateOnly> today, Func<Guid> newId)
{
    private readonly Dictionary<string, (Guid Id, Location State)> byCode = known
        .Where(pair => pair.Value.IsOpened).ToDictionary(pair => LocationCode.Canonical(pair.Value.Code), pair => (pair.Key, pair.Value));

    private readonly List<ProgrammeEvent> added = [];
    private Programme programme = programme;

    /// <summary>Areas and providers to be added, before the locations that lie in them.</summary>
    public IReadOnlyList<ProgrammeEvent> ProgrammeEvents => added;

    public IntakeRow Tell(LocationTold told)
    {
        var canonical = LocationCode.Canonical(told.Code ?? "");
        var (id, location) = byCode.TryGetValue(canonical, out var found) ? found : (newId(), Location.Initial);
        var from = told.From ?? Today(told.TimeZone, location.History);
        var before = location.History?.On(from);
        var zone = told.TimeZone ?? before?.TimeZone ?? programme.Defaults?.TimeZone ?? "";

        var faults = new List<LocationFault>();
        var described = Described(told, before, zone, from, faults);
        faults.AddRange(LocationFault.Of(told.Code, described, from));
        var decision = faults.Count > 0 ? Decision<LocationEvent>.Nothing
            : location.Register(new OpenLocation(id, programme.Founding!.ProgrammeId, told.Code, described, from));
        if (decision.Refusal is { } refusal) faults.Add(new(LocationFault.FieldOf(refusal), refusal));
        var after = decision.Events.Aggregate(location, (state, @event) => state.Apply(@event));
        if (faults.Count == 0 && LocationGround.Check(programme, after.History) is { } gone) faults.Add(new(LocationFault.FieldOf(gone), gone));
        if (faults.Count > 0) return new(IntakeOutcome.Faulty, id, told.Code ?? "", from, before, After: null, [], faults);

        location = after;
        byCode[canonical] = (id, location);
        var outcome = decision.Events.Count == 0 ? IntakeOutcome.Unchanged : before is null ? IntakeOutcome.New : IntakeOutcome.Changed;
        return new(outcome, id, location.Code, from, before, location.History!.On(from), decision.Events, []);
    }

    /// <summary>At the location, by the zone that the row says, else by the one that holds there now.</summary>
    private DateOnly Today(string? told, LocationHistory? history)
    {
        var zone = told ?? programme.Defaults?.TimeZone ?? "";
        return told is null && history is not null ? history.Today(today) : Calendar.Zones.Has(zone) ? today(zone) : default;
    }

    /// <summary>What the row does not say stays as it was known for that day; what it must say and does not is a fault.</summary>
    private LocationDescription Described(LocationTold told, LocationDescription? before, string zone, DateOnly from, List<LocationFault> faults) => new(
        told.Name ?? before?.Name ?? "",
        IdOf(told.Area, before?.AreaId, LocationField.Area, PartKind.Area, from, faults) ?? Guid.Empty,
        told.Users ?? before?.Users ?? Missing(LocationField.Users, -1, faults),
        told.Side ?? before?.Side ?? Missing(LocationField.Side, Side.Both, faults),
        told.OpeningHours ?? before?.OpeningHours ?? "",
        zone,
        told.Provider is "" ? null : IdOf(told.Provider, before?.ProviderId, LocationField.Provider, PartKind.Provider, from, faults));

    private static T Missing<T>(LocationField field, T instead, List<LocationFault> faults)
    {
        // The users have a refusal of their own: minus one is out of range.
        if (field is not LocationField.Users) faults.Add(new(field, new Refusal(LocationRefusals.FieldMissing)));
        return instead;
    }

    /// <summary>By the name of that day. A name that it has on other days alone is a fault and not another area: the file is older, or
    /// younger, than what it says.</summary>
    private Guid? IdOf(string? typed, Guid? before, LocationField field, PartKind kind, DateOnly from, List<LocationFault> faults)
    {
        if (typed is null && (before is not null || field is LocationField.Provider)) return before;
        if (Naming.Names.Check(typed, out var name) is { } refusal)
        {
            faults.Add(new(field, refusal));
            return null;
        }

        var parts = programme.Parts(kind);
        if (parts.IdOf(name, from) is { } known) return known;
        if (parts.Ever(name) is { } ever)
        {
            var isClosed = !ever.IsThere(from);
            faults.Add(new(field, isClosed ? LocationGround.Closed(kind, ever) : new Refusal(PartRefusals.CalledOtherwise, name, ever.On(from))));
            return null;
        }

        // Another spelling of one that is there is no new one.
        if (parts.Alike(name, from) is { } alike) return alike;

        var id = newId();
        var decision = programme.Add(kind, id, name);
        added.AddRange(decision.Events);
        programme = decision.Events.Aggregate(programme, (state, @event) => state.Apply(@event));
        return id;
    }
}
