using System.Collections.Immutable;
using RolloutPortal.Domain.Calendar;
using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>Names by days as two columns of a row.</summary>
internal static class PartColumns
{
    /// <summary>All that was said, not the periods that come of it: the next fold goes on from it.</summary>
    public static NameDays Days(DateOnly[] starts, string[] names, DateOnly? closedFrom) => new(
        new Timeline<string>(starts.Zip(names).ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second)), closedFrom);
}
