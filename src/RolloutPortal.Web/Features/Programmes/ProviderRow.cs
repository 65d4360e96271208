using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>An external provider that runs locations.</summary>
/// <remarks>It stays with the programme that added it first.</remarks>
[Index(nameof(ProgrammeId), nameof(Name)), Revision(2)]
public sealed record ProviderRow(Guid ProviderId, Guid ProgrammeId, string Name) : IReadModel<ProviderRow>
{
    public static IReadOnlyList<Type> Events => [typeof(ProviderAdded), typeof(ProviderRenamed)];

    public IEnumerable<string> Topics => [$"rollout/{ProgrammeId}", $"rollout/{ProgrammeId}/parts"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        ProviderAdded e => [e.ProviderId],
        ProviderRenamed e => [e.ProviderId],
        _ => [],
    };

    public static ProviderRow? Fold(ProviderRow? row, object @event, Guid key) => @event switch
    {
        ProviderAdded e when row is null => new(key, e.ProgrammeId, e.Name),
        ProviderRenamed e when row?.ProgrammeId == e.ProgrammeId => row with { Name = e.Name },
        _ => row,
    };
}
