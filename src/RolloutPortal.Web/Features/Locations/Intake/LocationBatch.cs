using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Locations.Intake;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Locations.Intake;

/// <summary>A file of locations on its way into the log: judged row by row, then stored whole or not at all by whoever reads the file.</summary>
/// <remarks>Nothing here binds to a form. Between judging and storing somebody else may change a location or take a code: the store then
/// throws <see cref="StaleVersionException"/> or <see cref="ClaimTakenException"/>, and the file is judged again.</remarks>
public sealed class LocationBatch(
    Ledger ledger, Known<Programme> programme, IReadOnlyDictionary<Guid, Known<Location>> known, LocationIntake intake)
{
    private readonly List<IntakeRow> rows = [];

    /// <summary>In the order in which they were told.</summary>
    public IReadOnlyList<IntakeRow> Rows => rows;

    /// <summary>Areas and providers that the file brings along.</summary>
    public IReadOnlyList<ProgrammeEvent> ProgrammeEvents => intake.ProgrammeEvents;

    public IntakeRow Tell(LocationTold told)
    {
        var row = intake.Tell(told);
        rows.Add(row);
        return row;
    }

    /// <summary>Everything that the file changes, for one call of the store together with what the reader of the file writes beside it:
    /// first the programme, then each location with the reservation of its code. Empty when all is unchanged.</summary>
    /// <exception cref="InvalidOperationException">A row is faulty: nothing is stored then (importing.md).</exception>
    public IReadOnlyList<Append> Appends()
    {
        if (rows.Any(row => row.Outcome is IntakeOutcome.Faulty)) throw new InvalidOperationException("A faulty file is not stored.");
        var programmeId = programme.State.Founding!.ProgrammeId;
        return
        [
            .. ProgrammeEvents.Count > 0 ? [ledger.Append(programme, ProgrammeEvents)] : Array.Empty<Append>(),
            .. rows.Where(row => row.Events.Count > 0).GroupBy(row => row.LocationId).Select(told => Of(programmeId, told.Key, told.First().Code, [.. told.SelectMany(row => row.Events)])),
        ];
    }

    private Append Of(Guid programmeId, Guid id, string code, IReadOnlyList<LocationEvent> events) => known.TryGetValue(id, out var before)
        ? ledger.Append(before, events)
        : ledger.Append(new Known<Location>(id, 0, Location.Initial), events, LocationRegister.Reserving(programmeId, id, code));
}
