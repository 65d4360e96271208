using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.Web.Features.Locations.Days;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>A place of work with all its periods, the wave that has it, and the day it went live.</summary>
/// <remarks>What a location is <em>on a day</em> stands in the view <c>location_period_row</c> (<see cref="LocationDay"/>): name, area, users
/// and the like are here as they are once all that is planned has come.</remarks>
/// <param name="Users">The planned total.</param>
/// <param name="WaveId">May be a cancelled wave's: join <c>wave_row</c> and ask.</param>
/// <param name="DaysFromWave">After its wave's planned day, negative before it: its own planned day.</param>
/// <param name="LiveOn">A local day; null until it went live.</param>
/// <param name="Since">The first local day on which it is there.</param>
/// <param name="ClosedFrom">The first on which it is not there any more; that of <paramref name="Since"/> when it never came.</param>
/// <param name="SuccessorIds">What it was split into, or merged into.</param>
/// <param name="Starts">The first days of its periods, in order; the arrays after it say what holds then.</param>
/// <param name="Told">All that was said, from which the next fold goes on.</param>
[Index(nameof(ProgrammeId), nameof(Code)), Index(nameof(AreaId)), Index(nameof(WaveId))]
public sealed record LocationRow(
    Guid LocationId, Guid ProgrammeId, Guid AreaId, string Code, string Name, int Users, Side Side, string OpeningHours, string TimeZone,
    Guid? ProviderId, Guid? WaveId, int DaysFromWave, DateOnly? LiveOn, DateOnly Since, DateOnly? ClosedFrom, LocationEnding? Ending, Guid[] SuccessorIds,
    DateOnly[] Starts, string[] Names, Guid[] AreaIds, int[] UserCounts, string[] Sides, string[] Hours, string[] Zones, Guid[] ProviderIds,
    string Told) : IReadModel<LocationRow>
{
    public static IReadOnlyList<Type> Events =>
    [
        typeof(LocationEvent), typeof(LocationAssigned), typeof(LocationUnassigned), typeof(LocationWentLive), typeof(GoLiveWithdrawn),
        typeof(GoLiveInherited), typeof(LocationGoLiveMoved),
    ];

    /// <remarks>Of every area it was or will be in: each of their boards may show it on some day.</remarks>
    public IEnumerable<string> Topics =>
    [
        $"rollout/{LocationId}", .. AreaIds.Distinct().Select(area => $"rollout/{area}"),
        .. WaveId is { } wave ? [$"rollout/{wave}"] : Array.Empty<string>(), $"rollout/{ProgrammeId}",
    ];

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        LocationEvent e => [e.LocationId],
        LocationAssigned e => [e.LocationId],
        LocationUnassigned e => [e.LocationId],
        LocationWentLive e => [e.LocationId],
        GoLiveWithdrawn e => [e.LocationId],
        GoLiveInherited e => [e.LocationId],
        LocationGoLiveMoved e => [e.LocationId],
        _ => [],
    };

    public static LocationRow? Fold(LocationRow? row, object @event, Guid key) => (row, @event) switch
    {
        (_, LocationOpened e) => Opened(e),
        (null, _) => null,
        (_, LocationRecoded e) => row with { Code = e.Code },
        (_, LocationEvent e) => row.With(HistoryText.Read(row.Told).Apply(e)),
        (_, LocationAssigned e) => row with { WaveId = e.WaveId, DaysFromWave = 0, LiveOn = null },
        (_, LocationUnassigned e) when row.WaveId == e.WaveId => row with { WaveId = null, DaysFromWave = 0 },
        (_, LocationWentLive e) when row.WaveId == e.WaveId => row with { LiveOn = e.On },
        (_, GoLiveInherited e) => row with { WaveId = e.WaveId, DaysFromWave = 0, LiveOn = e.On },
        (_, LocationGoLiveMoved e) when row.WaveId == e.WaveId => row with { DaysFromWave = e.DaysFromWave },
        (_, GoLiveWithdrawn e) when row.WaveId == e.WaveId => row with { LiveOn = null },
        _ => row,
    };

    private static LocationRow Opened(LocationOpened e) => new LocationRow(
        e.LocationId, e.ProgrammeId, e.AreaId, e.Code, e.Name, e.Users, e.Side, e.OpeningHours, e.TimeZone, e.ProviderId, WaveId: null, DaysFromWave: 0, LiveOn: null,
        Since: e.From, ClosedFrom: null, Ending: null, [], [], [], [], [], [], [], [], [], "").With(LocationHistory.Starting(e));

    private LocationRow With(LocationHistory history)
    {
        var periods = history.Periods();
        var last = periods[^1].Description;
        T[] Each<T>(Func<LocationDescription, T> value) => [.. periods.Select(period => value(period.Description))];
        return this with
        {
            AreaId = last.AreaId,
            Name = last.Name,
            Users = last.Users,
            Side = last.Side,
            OpeningHours = last.OpeningHours,
            TimeZone = last.TimeZone,
            ProviderId = last.ProviderId,
            Since = history.Start,
            ClosedFrom = history.ClosedFrom,
            Ending = history.Ending,
            SuccessorIds = [.. history.Successors],
            Starts = [.. periods.Select(period => period.From)],
            Names = Each(d => d.Name),
            AreaIds = Each(d => d.AreaId),
            UserCounts = Each(d => d.Users),
            Sides = Each(d => d.Side.ToString()),
            Hours = Each(d => d.OpeningHours),
            Zones = Each(d => d.TimeZone),
            ProviderIds = Each(d => d.ProviderId ?? Guid.Empty),
            Told = HistoryText.Write(history),
        };
    }
}
