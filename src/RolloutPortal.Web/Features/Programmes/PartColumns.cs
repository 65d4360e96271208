using System.Collections.Immutable;
using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>Areas and providers as rows of two tables: names by days are two columns.</summary>
internal static class PartColumns
{
    /// <summary>All that was said, not the periods that come of it: the next fold goes on from it.</summary>
    public static NameDays Days(DateOnly[] starts, string[] names, DateOnly? closedFrom) => new(
        new Timeline<string>(starts.Zip(names).ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second)), closedFrom);

    public static IEnumerable<Guid> KeysOf(PartKind kind, object @event) => PartChange.In(@event) is { } change && change.Kind == kind ? [change.Id] : [];

    /// <param name="programmeId">That has it; null: none has it yet. What another programme says of it counts for nothing.</param>
    /// <returns>Null: as before.</returns>
    public static NameDays? Fold(Guid? programmeId, NameDays? days, object @event) =>
        PartChange.In(@event) is not { } change ? null
        : change.IsFirst ? days is null ? change.Of(null!) : null
        : ((ProgrammeEvent)@event).ProgrammeId == programmeId ? change.Of(days!) : null;
}
