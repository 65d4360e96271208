namespace RolloutPortal.Domain.Employees;

/// <summary>The places of one person that no line of a file names, and which of its lines could be a move away from them.</summary>
/// <remarks>A line could be a move when its place or role is another, it begins after the place did and before it ends, and it lasts at least
/// as long: a shorter one is a stay elsewhere, whose end the file tells. Of several such lines the first is the move.</remarks>
internal sealed class UnnamedPlaces
{
    private readonly List<EmployeeLine> lines;
    private readonly List<(EmployeePeriod Place, EmployeeLine? Move)> places;
    private readonly ILookup<EmployeeLine, EmployeePeriod> byMove;

    /// <param name="lines">That can be placed.</param>
    /// <param name="here">Only from places at these one moves; null: from any.</param>
    public UnnamedPlaces(IEnumerable<EmployeePeriod> places, IEnumerable<EmployeeLine> lines, IReadOnlySet<Guid>? here)
    {
        this.lines = [.. lines.OrderBy(line => line.From)];
        this.places = [.. places.OrderBy(place => place.From).Select(place => (place, here?.Contains(place.LocationId) == false ? null : Move(place)))];
        byMove = this.places.Where(one => one.Move is not null).ToLookup(one => one.Move!, one => one.Place);
    }

    /// <summary>Those that a line could be a move away from, earliest first.</summary>
    public IReadOnlyList<EmployeePeriod> Beside(EmployeeLine line) => [.. byMove[line]];

    public IEnumerable<EmployeePeriod> After(OtherPlaces others) =>
        places.Select(one => others is OtherPlaces.Left && one.Move is { } move ? one.Place with { To = move.From.AddDays(-1) } : one.Place);

    private EmployeeLine? Move(EmployeePeriod place)
    {
        for (var i = FirstAfter(place.From); i < lines.Count && lines[i].From <= place.Last; i++)
            if (!IsThere(lines[i], place) && place.Last <= (lines[i].To ?? DateOnly.MaxValue)) return lines[i];
        return null;
    }

    private static bool IsThere(EmployeeLine line, EmployeePeriod place) => line.LocationId == place.LocationId && JobRole.Comparer.Equals(line.Role, place.Role);

    /// <summary>Found by halves: one person may have thousands of lines.</summary>
    private int FirstAfter(DateOnly day)
    {
        var (low, high) = (0, lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (lines[middle].From > day) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
