using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>An external provider that runs locations: what it is called by days.</summary>
/// <remarks>It stays with the programme that added it first.</remarks>
/// <param name="ClosedFrom">The first day without it.</param>
/// <param name="Starts">Since when it has each of its names, in order; the first day stands for always.</param>
[Index(nameof(ProgrammeId))]
public sealed record ProviderRow(Guid ProviderId, Guid ProgrammeId, DateOnly? ClosedFrom, DateOnly[] Starts, string[] Names) : IReadModel<ProviderRow>
{
    public static IReadOnlyList<Type> Events => [typeof(ProviderAdded), typeof(ProviderRenamed), typeof(ProviderRenamingWithdrawn), typeof(ProviderClosed), typeof(ProviderReopened)];

    public NameDays Days => PartColumns.Days(Starts, Names, ClosedFrom);

    public IEnumerable<string> Topics => [$"rollout/{ProviderId}", $"rollout/{ProviderId}/parts", $"rollout/{ProgrammeId}", $"rollout/{ProgrammeId}/parts"];

    public static IEnumerable<Guid> KeysOf(object @event) => PartColumns.KeysOf(PartKind.Provider, @event);

    public static ProviderRow? Fold(ProviderRow? row, object @event, Guid key) => PartColumns.Fold(row?.ProgrammeId, row?.Days, @event) is { } days
        ? (row ?? new ProviderRow(key, ((ProgrammeEvent)@event).ProgrammeId, null, [], [])).With(days)
        : row;

    private ProviderRow With(NameDays days) =>
        this with { ClosedFrom = days.ClosedFrom, Starts = [.. days.Names.Changes.Keys], Names = [.. days.Names.Changes.Values] };
}
