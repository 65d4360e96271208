using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>Reads locations as the viewer may see them. Scoped.</summary>
public sealed class LocationReader(ReadTables read, RolloutReader rollout, LocationStory story, Sources sources, Viewer viewer)
{
    public async Task<LocationList> List(Guid programmeId, LocationFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var all = await rollout.Locations("programme_id = $1", ct, programmeId);
        return new(
            (await read.Get<ProgrammeRow>(programmeId, ct))!, all, filter, list, await sources.Of(all.Select(standing => standing.Location.LocationId), ct),
            await rollout.TopicsOf(programmeId, ct), await viewer.May(Permission.Plan, programmeId, ct),
            (await read.Where<AreaRow>("programme_id = $1 limit 1", ct, programmeId)).Count > 0);
    }

    public async Task<LocationPage> Page(Guid locationId, CancellationToken ct = default)
    {
        var standing = (await rollout.Locations("location_id = $1", ct, locationId))[0];
        var programmeId = standing.Location.ProgrammeId;
        return new(
            (await read.Get<ProgrammeRow>(programmeId, ct))!, standing, (await read.Get<LocationRow>(locationId, ct))!.OpeningHours,
            await story.Of(locationId, ct), await sources.Of(locationId), await rollout.TopicsOf(locationId, ct),
            await viewer.May(Permission.Plan, programmeId, ct), await viewer.May(Permission.LogTickets, locationId, ct),
            await viewer.May(Permission.SeeTickets, locationId, ct));
    }

    /// <param name="programmeId">Where the location is, or shall be.</param>
    public async Task<LocationFormPage> Form(Guid programmeId, LocationForm form, IReadOnlyList<HistoryLine> now, CancellationToken ct = default) => new(
        (await read.Get<ProgrammeRow>(programmeId, ct))!, form,
        (await read.Where<AreaRow>("programme_id = $1", ct, programmeId)).ByName(row => row.Name),
        (await read.Where<ProviderRow>("programme_id = $1", ct, programmeId)).ByName(row => row.Name), now);
}

/// <summary>The page of one location.</summary>
/// <param name="OpeningHours">In their canonical form; empty when not stated.</param>
public sealed record LocationPage(
    ProgrammeRow Programme, LocationStanding Standing, string OpeningHours, IReadOnlyList<HistoryLine> History, SourceNotes Sources, string Topics,
    bool MayPlan, bool MayLog, bool MaySeeTickets)
{
    public RolloutRow Location => Standing.Location;

    public string Address => $"/locations/{Location.LocationId}";
}
