using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>A part of the new system that a ticket can be about.</summary>
/// <remarks>It stays with the programme that added it first.</remarks>
[Index(nameof(ProgrammeId), nameof(Name)), Revision(2)]
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
        ModuleAdded e when row is null => new(key, e.ProgrammeId, e.Name),
        ModuleRenamed e when row?.ProgrammeId == e.ProgrammeId => row with { Name = e.Name },
        _ => row,
    };
}
