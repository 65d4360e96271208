using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations.Days;

/// <summary>Reads locations as they are today, each on its own local day; those too that are not there yet or not any more.</summary>
public sealed class LocationDays(ReadTables read, Clock clock)
{
    public async Task<LocationDay?> Today(Guid id, CancellationToken ct = default) => await Today([id], ct) is [var found] ? found : null;

    /// <summary>By code. Those that there are not are not among them.</summary>
    public Task<List<LocationDay>> Today(Guid[] ids, CancellationToken ct = default) =>
        read.Query($"{LocationDay.Now} and location_id = any($2) order by code", LocationDay.Read, ct, clock.Now, ids);

    /// <summary>All of a programme, by code.</summary>
    public Task<List<LocationDay>> OfProgramme(Guid programmeId, CancellationToken ct = default) =>
        read.Query($"{LocationDay.Now} and programme_id = $2 order by code", LocationDay.Read, ct, clock.Now, programmeId);

    public async Task<Dictionary<Guid, string>> Names(IEnumerable<Guid> ids, CancellationToken ct = default) =>
        (await Today([.. ids.Distinct()], ct)).ToDictionary(found => found.LocationId, found => found.Name);

    public bool IsThere(LocationDay location) => location.IsThere(clock.Today(location.TimeZone));
}
