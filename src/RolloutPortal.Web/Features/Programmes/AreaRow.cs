using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>A part of the organisation that recovers, and is frozen, as one.</summary>
[Index(nameof(ProgrammeId), nameof(Name))]
public sealed record AreaRow(Guid AreaId, Guid ProgrammeId, string Name) : IReadModel<AreaRow>
{
    public static IReadOnlyList<Type> Events => [typeof(AreaAdded), typeof(AreaRenamed)];

    public IEnumerable<string> Topics => [$"rollout/{AreaId}", $"rollout/{AreaId}/parts", $"rollout/{ProgrammeId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        AreaAdded e => [e.AreaId],
        AreaRenamed e => [e.AreaId],
        _ => [],
    };

    public static AreaRow? Fold(AreaRow? row, object @event, Guid key) => @event switch
    {
        AreaAdded e => new(key, e.ProgrammeId, e.Name),
        AreaRenamed e when row is not null => row with { Name = e.Name },
        _ => row,
    };
}
