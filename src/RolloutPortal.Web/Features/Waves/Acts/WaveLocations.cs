using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Waves.Acts;

/// <summary>Puts locations into waves and takes them out. That a location is in one wave at a time is a reservation (decisions.md 5).</summary>
public sealed class WaveLocations(Ledger ledger, ReadTables read, Clock clock)
{
    private const int Attempts = 3;

    public static Claim Claim(Guid waveId, Guid locationId) => new("location-wave", locationId.ToString(), waveId);

    public static IReadOnlyList<Claim> Claims(Guid waveId, IEnumerable<Guid> locations) => [.. locations.Select(id => Claim(waveId, id))];

    public Task<Refusal?> Assign(Guid waveId, IReadOnlyCollection<Guid> locations, CancellationToken ct = default) => Assign(waveId, locations, [], ct);

    /// <summary>All of them or none. A location that moves leaves the one wave and joins the other in one transaction, each wave with an
    /// event of its own and each checked against its version; the reservation changes hands there too. It is never in both, nor in none.</summary>
    /// <param name="free">In no wave.</param>
    /// <param name="moves">Each with the wave in which its user saw it.</param>
    /// <returns>Also <see cref="WaveRefusals.LocationTaken"/>, with the wave that has the location.</returns>
    public async Task<Refusal?> Assign(
        Guid waveId, IReadOnlyCollection<Guid> free, IReadOnlyCollection<LocationMove> moves, CancellationToken ct = default)
    {
        Guid[] locations = [.. free.Concat(moves.Select(move => move.LocationId)).Distinct()];
        for (var attempt = 1; ; attempt++)
        {
            if (await Unsuitable(waveId, locations, moves, ct) is { } unsuitable) return unsuitable;
            var refusal = await Store(waveId, locations, moves, ct);
            // Somebody else was quicker; who it was stands in the read table by now, unless it was undone again.
            if (refusal?.Key != WaveRefusals.LocationTaken || attempt == Attempts) return refusal;
        }
    }

    private Task<Refusal?> Store(Guid waveId, Guid[] locations, IReadOnlyCollection<LocationMove> moves, CancellationToken ct) =>
        ledger.DecideAll<Wave, WaveEvent>(
            [
                .. moves.Where(move => move.FromWaveId != waveId).GroupBy(move => move.FromWaveId)
                    .Select(from => (from.Key, Deciding(from.Select(move => move.LocationId), (w, id) => w.Unassign(id)))),
                (waveId, Deciding(locations, (w, id) => w.Assign(id))),
            ],
            new Together
            {
                Claims = [.. Claims(waveId, locations).Select(claim => new Reserve(claim, new Refusal(WaveRefusals.LocationTaken, "", "")))],
                Releases = [.. moves.Select(move => Claim(move.FromWaveId, move.LocationId))],
                Demands = [LocationDemand.Standing(locations)],
            }, ct);

    public Task<Refusal?> Unassign(Guid waveId, IReadOnlyCollection<Guid> locations, CancellationToken ct = default) =>
        ledger.Decide<Wave, WaveEvent>(
            waveId, wave => wave.Decide(Each(locations, (w, id) => w.Unassign(id))), new Together { Releases = Claims(waveId, locations) }, ct);

    public static IEnumerable<Func<Wave, Decision<WaveEvent>>> Each(IEnumerable<Guid> locations, Func<Wave, Guid, Decision<WaveEvent>> decide) =>
        locations.Select(id => (Func<Wave, Decision<WaveEvent>>)(wave => decide(wave, id)));

    private static Func<Wave, Decision<WaveEvent>> Deciding(IEnumerable<Guid> locations, Func<Wave, Guid, Decision<WaveEvent>> decide) =>
        wave => wave.Decide(Each(locations, decide));

    private async Task<Refusal?> Unsuitable(
        Guid waveId, IReadOnlyCollection<Guid> locations, IReadOnlyCollection<LocationMove> moves, CancellationToken ct)
    {
        if (await read.Get<WaveRow>(waveId, ct) is not { } wave) return new Refusal(WaveRefusals.NotFound);
        var rows = await read.Query(
            $"{RolloutRow.Now} and location_id = any($2) and programme_id = $3", RolloutRow.Read, ct, clock.Now, locations.ToArray(), wave.ProgrammeId);
        if (locations.Any(id => rows.All(row => row.LocationId != id))) return new Refusal(LocationRefusals.NotFound);
        return rows.Find(row => row.WaveId is { } other && other != waveId && !moves.Contains(new LocationMove(row.LocationId, other))) is { } taken
            ? new Refusal(WaveRefusals.LocationTaken, taken.Name, taken.Wave!)
            : null;
    }
}

/// <summary>A location that shall leave the wave in which it was seen.</summary>
public sealed record LocationMove(Guid LocationId, Guid FromWaveId)
{
    /// <param name="text">The value of a tick, <c>location/wave</c>.</param>
    /// <returns>Null for anything else.</returns>
    public static LocationMove? Read(string? text) =>
        text?.Split('/') is [var location, var wave] && Guid.TryParse(location, out var locationId) && Guid.TryParse(wave, out var waveId)
            ? new(locationId, waveId)
            : null;
}
