using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Locations.Intake;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations.Intake;

/// <summary>Begins batches of locations for a programme: four queries, however many rows the file has.</summary>
public sealed class LocationBatches(Ledger ledger, ReadTables read, Clock clock)
{
    /// <returns>Null when there is no such programme.</returns>
    public async Task<LocationBatch?> Begin(Guid programmeId, CancellationToken ct = default)
    {
        var programme = await ledger.Load<Programme, ProgrammeEvent>(programmeId, ct);
        if (programme.State.Founding is null) return null;

        var ids = await read.Query("select location_id from location_row where programme_id = $1", row => row.GetGuid(0), ct, programmeId);
        var known = await ledger.LoadAll<Location, LocationEvent>(ids, ct);
        var states = known.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.State));
        return new(ledger, programme, known, new LocationIntake(programme.State, states, clock.Today, Guid.CreateVersion7));
    }
}
