using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare;

/// <summary>A location as it is today, and the wave that decides how long its hypercare lasts.</summary>
/// <param name="Wave">Null while no wave has it; never a cancelled one.</param>
public sealed record CareLocation(LocationDay Row, WaveRow? Wave)
{
    public Guid Id => Row.LocationId;

    public HypercarePeriod Hypercare => Row.LiveOn is { } live && Wave is { } wave
        ? HypercarePeriod.Of(live, wave.HypercareWeeks, wave.HypercareClosedOn)
        : HypercarePeriod.None;

    public LocationPhase Phase(DateOnly localDay) => new LocationFacts(Wave?.GoLive, Hypercare, Wave?.ClosedOn).Phase(localDay);
}

/// <summary>Reads locations with their waves.</summary>
public sealed class CareLocations(ReadTables read, LocationDays days)
{
    public async Task<CareLocation?> Find(Guid id, CancellationToken ct = default) => await Of([id], ct) is [var found] ? found : null;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<CareLocation>> Of(Guid[] ids, CancellationToken ct = default)
    {
        var locations = (await days.Today(ids, ct)).ByName(row => row.Name);
        var waves = (await read.Where<WaveRow>("wave_id = any($1) and not cancelled", ct, locations.Select(row => row.WaveId).OfType<Guid>().Distinct().ToArray()))
            .ToDictionary(wave => wave.WaveId);
        return [.. locations.Select(row => new CareLocation(row, row.WaveId is { } wave ? waves.GetValueOrDefault(wave) : null))];
    }
}
