using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Employees;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Locations.Staff;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Origin;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Locations.OneLocation;

/// <summary>Reads one location as the viewer may see it. Scoped.</summary>
public sealed class LocationReader(ReadTables read, LocationDays days, LocationTimes times, RolloutReader rollout, LocationStory story, Workplaces workplaces, Sources sources, Viewer viewer)
{
    public async Task<LocationPage> Page(Guid locationId, CancellationToken ct = default)
    {
        var standing = (await rollout.Location(locationId, ct))!;
        var programmeId = standing.Location.ProgrammeId;
        var known = (await days.Today(locationId, ct))!;
        return new(
            (await read.Get<ProgrammeRow>(programmeId, ct))!, standing, known, await times.Of(known, standing.Day, ct),
            await story.Of(locationId, ct), await People(standing, ct), await sources.Of(locationId), await rollout.TopicsOf(locationId, ct),
            await viewer.May(Permission.Plan, programmeId, ct), await viewer.May(Permission.LogTickets, locationId, ct),
            await viewer.May(Permission.SeeTickets, locationId, ct))
        {
            Left = known.ClosedFrom is { } closed ? (await workplaces.Count([(locationId, closed)], ct)).GetValueOrDefault(locationId) : 0,
        };
    }

    private async Task<LocationPeople> People(LocationStanding standing, CancellationToken ct) => new(
        (await workplaces.Count([(standing.Location.LocationId, standing.Day)], ct)).GetValueOrDefault(standing.Location.LocationId),
        await workplaces.Roles(standing.Location.LocationId, standing.Day, ct));
}
