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

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        ProviderAdded e => [e.ProviderId],
        ProviderRenamed e => [e.ProviderId],
        ProviderRenamingWithdrawn e => [e.ProviderId],
        ProviderClosed e => [e.ProviderId],
        ProviderReopened e => [e.ProviderId],
        _ => [],
    };

    public static ProviderRow? Fold(ProviderRow? row, object @event, Guid key) => @event switch
    {
        ProviderAdded e when row is null => new ProviderRow(key, e.ProgrammeId, null, [], []).With(NameDays.Of(e.Name)),
        ProgrammeEvent e when row?.ProgrammeId != e.ProgrammeId => row,
        ProviderRenamed e => row!.With(row.Days.Called(e.Name, e.From)),
        ProviderRenamingWithdrawn e => row!.With(row.Days.Without(e.From)),
        ProviderClosed e => row! with { ClosedFrom = e.From },
        ProviderReopened => row! with { ClosedFrom = null },
        _ => row,
    };

    private ProviderRow With(NameDays days) => this with { Starts = [.. days.Names.Changes.Keys], Names = [.. days.Names.Changes.Values] };
}
