using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>A part of the new system that a ticket can be about.</summary>
[Index(nameof(ProgrammeId), nameof(Name))]
public sealed record ModuleRow(Guid ModuleId, Guid ProgrammeId, string Name) : IReadModel<ModuleRow>
{
    public static IReadOnlyList<Type> Events => [typeof(ModuleAdded), typeof(ModuleRenamed)];

    public IEnumerable<string> Topics => [$"rollout/{ProgrammeId}", $"rollout/{ProgrammeId}/parts"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        ModuleAdded e => [e.ModuleId],
        ModuleRenamed e => [e.ModuleId],
        _ => [],
    };

    public static ModuleRow? Fold(ModuleRow? row, object @event, Guid key) => @event switch
    {
        ModuleAdded e => new(key, e.ProgrammeId, e.Name),
        ModuleRenamed e when row is not null => row with { Name = e.Name },
        _ => row,
    };
}
