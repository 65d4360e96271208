namespace RolloutPortal.Importing.Rows;

/// <summary>Stretches of days that do not overlap, each with the line where it stands.</summary>
internal sealed class DisjointDays
{
    private readonly SortedList<DateOnly, (DateOnly Last, int Line)> stretches = [];

    /// <param name="last">Inclusive.</param>
    /// <returns>The line of a stretch that overlaps it; then it is not added.</returns>
    public int? Add(DateOnly first, DateOnly last, int line)
    {
        var after = After(first);
        if (after > 0 && stretches.Values[after - 1].Last >= first) return stretches.Values[after - 1].Line;
        if (after < stretches.Count && stretches.Keys[after] <= last) return stretches.Values[after].Line;
        stretches.Add(first, (last, line));
        return null;
    }

    /// <summary>The first stretch that begins after this day; all before it are apart, so the one just before ends last.</summary>
    private int After(DateOnly day)
    {
        var (low, high) = (0, stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (stretches.Keys[middle] <= day) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
