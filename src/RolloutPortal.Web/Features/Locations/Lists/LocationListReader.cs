using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Features.Shared.Origin;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations.Lists;

/// <summary>Reads a programme's locations as the viewer may see them. Scoped.</summary>
public sealed class LocationListReader(ReadTables read, RolloutReader rollout, Sources sources, Clock clock, Viewer viewer)
{
    public async Task<LocationList> List(Guid programmeId, LocationFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var day = filter.On is { } on && Domain.Calendar.Days.Hold(on) ? on : (DateOnly?)null;
        var today = clock.Today(programme.TimeZone);
        var known = await rollout.LocationsOn(day ?? today, programmeId, ct);
        var all = known.Where(standing => standing.IsThere || filter.WithGone).ToList();
        return new(
            programme, all, await rollout.People(all, ct), filter with { On = day }, today, list, await sources.Of(all.Select(standing => standing.Location.LocationId), ct),
            await rollout.TopicsOf(programmeId, ct), await viewer.May(Permission.Plan, programmeId, ct),
            (await read.Where<AreaRow>("programme_id = $1 limit 1", ct, programmeId)).Count > 0)
        {
            ToCome = filter.WithGone ? null : ToCome.Of(known, programmeId),
            MayImport = await viewer.May(Permission.Import, programmeId, ct),
        };
    }
}
