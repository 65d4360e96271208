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

    public static IEnumerable<Guid> KeysOf(object @event) => PartColumns.KeysOf(PartKind.Area, @event);

    public static AreaRow? Fold(AreaRow? row, object @event, Guid key) => PartColumns.Fold(row?.ProgrammeId, row?.Days, @event) is { } days
        ? (row ?? new AreaRow(key, ((ProgrammeEvent)@event).ProgrammeId, null, [], [])).With(days)
        : row;

    private AreaRow With(NameDays days) =>
        this with { ClosedFrom = days.ClosedFrom, Starts = [.. days.Names.Changes.Keys], Names = [.. days.Names.Changes.Values] };
}
