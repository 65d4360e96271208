using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Locations;

/// <summary>Every wave that ever had a location, in that order: where its history stands.</summary>
public sealed record LocationWavesRow(Guid LocationId, Guid[] WaveIds) : IReadModel<LocationWavesRow>
{
    public static IReadOnlyList<Type> Events => [typeof(LocationAssigned)];

    public static IEnumerable<Guid> KeysOf(object @event) => @event is LocationAssigned e ? [e.LocationId] : [];

    public static LocationWavesRow? Fold(LocationWavesRow? row, object @event, Guid key) => @event switch
    {
        LocationAssigned e when row is null => new(key, [e.WaveId]),
        LocationAssigned e when !row!.WaveIds.Contains(e.WaveId) => row with { WaveIds = [.. row.WaveIds, e.WaveId] },
        _ => row,
    };
}
