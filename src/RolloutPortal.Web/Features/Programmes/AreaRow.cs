using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>A part of the organisation that recovers, and is frozen, as one: what it is called by days.</summary>
/// <remarks>It stays with the programme that added it first.</remarks>
/// <param name="ClosedFrom">The first day without it.</param>
/// <param name="Starts">Since when it has each of its names, in order; the first day stands for always.</param>
[Index(nameof(ProgrammeId))]
public sealed record AreaRow(Guid AreaId, Guid ProgrammeId, DateOnly? ClosedFrom, DateOnly[] Starts, string[] Names) : IReadModel<AreaRow>
{
    public static IReadOnlyList<Type> Events => [typeof(AreaAdded), typeof(AreaRenamed), typeof(AreaRenamingWithdrawn), typeof(AreaClosed), typeof(AreaReopened)];

    public NameDays Days => PartColumns.Days(Starts, Names, ClosedFrom);

    public IEnumerable<string> Topics => [$"rollout/{AreaId}", $"rollout/{AreaId}/parts", $"rollout/{ProgrammeId}"];

    public static IEnumerable<Guid> KeysOf(object @event) => @event switch
    {
        AreaAdded e => [e.AreaId],
        AreaRenamed e => [e.AreaId],
        AreaRenamingWithdrawn e => [e.AreaId],
        AreaClosed e => [e.AreaId],
        AreaReopened e => [e.AreaId],
        _ => [],
    };

    public static AreaRow? Fold(AreaRow? row, object @event, Guid key) => @event switch
    {
        AreaAdded e when row is null => new AreaRow(key, e.ProgrammeId, null, [], []).With(NameDays.Of(e.Name)),
        ProgrammeEvent e when row?.ProgrammeId != e.ProgrammeId => row,
        AreaRenamed e => row!.With(row.Days.Called(e.Name, e.From)),
        AreaRenamingWithdrawn e => row!.With(row.Days.Without(e.From)),
        AreaClosed e => row! with { ClosedFrom = e.From },
        AreaReopened => row! with { ClosedFrom = null },
        _ => row,
    };

    private AreaRow With(NameDays days) => this with { Starts = [.. days.Names.Changes.Keys], Names = [.. days.Names.Changes.Values] };
}
