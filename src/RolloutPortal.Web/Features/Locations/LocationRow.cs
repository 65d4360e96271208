using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>A place of work as it is described last, the wave that has it, and the day it went live.</summary>
/// <param name="Users">The planned total.</param>
/// <param name="WaveId">May be a cancelled wave's: join <c>wave_row</c> and ask.</param>
/// <param name="LiveOn">A local day; null until it went live.</param>
/// <param name="Since">The first local day on which it is there.</param>
[Index(nameof(ProgrammeId), nameof(Code)), Index(nameof(AreaId)), Index(nameof(WaveId))]
public sealed record LocationRow(
    Guid LocationId, Guid ProgrammeId, Guid AreaId, string Code, string Name, int Users, Side Side, string OpeningHours, string TimeZone,
    Guid? ProviderId, Guid? WaveId, DateOnly? LiveOn, DateOnly Since) : IReadModel<LocationRow>
{
    public static IReadOnlyList<Type> Events =>
        [typeof(LocationEvent), typeof(LocationAssigned), typeof(LocationUnassigned), typeof(LocationWentLive), typeof(GoLiveWithdrawn)];

    public IEnumerable<string> Topics => WaveId is { } wave
        ? [$"rollout/{LocationId}", $"rollout/{AreaId}", $"rollout/{wave}", $"rollout/{ProgrammeId}"]
        : [$"rollout/{LocationId}", $"rollout/{AreaId}", $"rollout/{ProgrammeId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        LocationEvent e => [e.LocationId],
        LocationAssigned e => [e.LocationId],
        LocationUnassigned e => [e.LocationId],
        LocationWentLive e => [e.LocationId],
        GoLiveWithdrawn e => [e.LocationId],
        _ => [],
    };

    public static LocationRow? Fold(LocationRow? row, object @event, Guid key) => (row, @event) switch
    {
        (_, LocationOpened e) => new(
            key, e.ProgrammeId, e.AreaId, e.Code, e.Name, e.Users, e.Side, e.OpeningHours, e.TimeZone, e.ProviderId, WaveId: null, LiveOn: null,
            Since: e.From),
        (null, _) => null,
        (_, LocationOpenedEarlier e) => row with { Since = e.From },
        (_, LocationRecoded e) => row with { Code = e.Code },
        (_, LocationRenamed e) => row with { Name = e.Name },
        (_, LocationMovedToArea e) => row with { AreaId = e.AreaId },
        (_, LocationUsersCounted e) => row with { Users = e.Users },
        (_, LocationSideChanged e) => row with { Side = e.Side },
        (_, OpeningHoursChanged e) => row with { OpeningHours = e.OpeningHours },
        (_, LocationZoneChanged e) => row with { TimeZone = e.TimeZone },
        (_, LocationProviderChanged e) => row with { ProviderId = e.ProviderId },
        (_, LocationAssigned e) => row with { WaveId = e.WaveId, LiveOn = null },
        (_, LocationUnassigned e) when row.WaveId == e.WaveId => row with { WaveId = null },
        (_, LocationWentLive e) when row.WaveId == e.WaveId => row with { LiveOn = e.On },
        (_, GoLiveWithdrawn e) when row.WaveId == e.WaveId => row with { LiveOn = null },
        _ => row,
    };
}
