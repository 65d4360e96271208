namespace RolloutPortal.Domain.Employees;

/// <summary>Periods of one person at one location in one role, in order and apart from each other; quick also when a file tells of
/// one person fifty thousand times.</summary>
internal sealed class PeriodShelf
{
    private static readonly Comparer<EmployeePeriod> ByFrom = Comparer<EmployeePeriod>.Create((a, b) => a.From.CompareTo(b.From));

    private readonly List<EmployeePeriod> periods = [];

    public IReadOnlyList<EmployeePeriod> Periods => periods;

    /// <returns>The one that is in the way; null when it was put there.</returns>
    public EmployeePeriod? TryAdd(EmployeePeriod period)
    {
        var found = periods.BinarySearch(period, ByFrom);
        if (found >= 0) return periods[found];
        var place = ~found;
        if (place > 0 && periods[place - 1].Overlaps(period)) return periods[place - 1];
        if (place < periods.Count && periods[place].Overlaps(period)) return periods[place];
        periods.Insert(place, period);
        return null;
    }
}
