using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Puts locations into waves and takes them out. That a location is in one wave at a time is a reservation (decisions.md 5).</summary>
public sealed class WaveLocations(Ledger ledger, ReadTables read)
{
    /// <summary>{0}: the location. {1}: the wave that has it.</summary>
    public const string Taken = "wave.location-taken";

    private const int Attempts = 3;

    public static Claim Claim(Guid waveId, Guid locationId) => new("location-wave", locationId.ToString(), waveId);

    public static IReadOnlyList<Claim> Claims(Guid waveId, IEnumerable<Guid> locations) => [.. locations.Select(id => Claim(waveId, id))];

    /// <summary>All of them or none.</summary>
    /// <returns>Also <see cref="Taken"/>, with the wave that has the location.</returns>
    public async Task<Refusal?> Assign(Guid waveId, IReadOnlyCollection<Guid> locations, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await Unsuitable(waveId, locations, ct) is { } unsuitable) return unsuitable;
            var with = new Together { Claims = [.. Claims(waveId, locations).Select(claim => new Reserve(claim, new Refusal(Taken, "", "")))] };
            var refusal = await ledger.Decide<Wave, WaveEvent>(waveId, wave => wave.Decide(Each(locations, (w, id) => w.Assign(id))), with, ct);
            // Somebody else was quicker; who it was stands in the read table by now, unless it was undone again.
            if (refusal?.Key != Taken || attempt == Attempts) return refusal;
        }
    }

    public Task<Refusal?> Unassign(Guid waveId, IReadOnlyCollection<Guid> locations, CancellationToken ct = default) =>
        ledger.Decide<Wave, WaveEvent>(
            waveId, wave => wave.Decide(Each(locations, (w, id) => w.Unassign(id))), new Together { Releases = Claims(waveId, locations) }, ct);

    public static IEnumerable<Func<Wave, Decision<WaveEvent>>> Each(IEnumerable<Guid> locations, Func<Wave, Guid, Decision<WaveEvent>> decide) =>
        locations.Select(id => (Func<Wave, Decision<WaveEvent>>)(wave => decide(wave, id)));

    private async Task<Refusal?> Unsuitable(Guid waveId, IReadOnlyCollection<Guid> locations, CancellationToken ct)
    {
        if (await read.Get<WaveRow>(waveId, ct) is not { } wave) return new Refusal(WaveRefusals.NotFound);
        var rows = await read.Query($"{RolloutRow.Select} where location_id = any($1) and programme_id = $2", RolloutRow.Read, ct, locations.ToArray(), wave.ProgrammeId);
        if (locations.Any(id => rows.All(row => row.LocationId != id))) return new Refusal(LocationRefusals.NotFound);
        return rows.Find(row => row.WaveId is { } other && other != waveId) is { } taken ? new Refusal(Taken, taken.Name, taken.Wave!) : null;
    }
}
