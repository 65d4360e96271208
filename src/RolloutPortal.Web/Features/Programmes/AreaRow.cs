using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>A part of the organisation that recovers, and is frozen, as one.</summary>
/// <remarks>It stays with the programme that added it first.</remarks>
[Index(nameof(ProgrammeId), nameof(Name)), Revision(2)]
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
        AreaAdded e when row is null => new(key, e.ProgrammeId, e.Name),
        AreaRenamed e when row?.ProgrammeId == e.ProgrammeId => row with { Name = e.Name },
        _ => row,
    };
}
