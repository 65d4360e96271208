using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>An external provider that runs locations.</summary>
[Index(nameof(ProgrammeId), nameof(Name))]
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
        ProviderAdded e => new(key, e.ProgrammeId, e.Name),
        ProviderRenamed e when row is not null => row with { Name = e.Name },
        _ => row,
    };
}
