using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>What the address asks to be counted.</summary>
/// <param name="On">The day; default: today.</param>
/// <param name="Known">As it was known at the end of that day; default: now.</param>
public sealed record CountFilter(string? On, string? Known, Guid? Area, Guid? Location, string? Role)
{
    public DateOnly? Day => EmployeeDays.Read(On);

    public DateOnly? KnownDay => EmployeeDays.Read(Known);

    public bool IsNone => Day is null && KnownDay is null && Area is null && Location is null && string.IsNullOrEmpty(Role);

    public bool Holds(StaffedLocation location) => (Area is null || location.AreaId == Area) && (Location is null || location.LocationId == Location);
}

/// <summary>People by location and by job role on a day, beside what was planned.</summary>
public sealed record EmployeeCountPage(
    ProgrammeRow Programme, CountFilter Filter, DateOnly Today, IReadOnlyList<StaffedLocation> Locations, IReadOnlyList<CountCell> Cells, PeopleCount People,
    string Topics, bool MaySeeNames)
{
    /// <summary>Columns: more would not fit a page; the rest is counted together.</summary>
    private const int MostRoles = 6;

    public string Path => $"/programmes/{Programme.ProgrammeId}/employees/count";

    public DateOnly Day => Filter.Day ?? Today;

    public IReadOnlyList<StaffedLocation> Rows { get; } =
        [.. Locations.Where(location => Filter.Holds(location) && (location.IsOffered || Cells.Any(cell => cell.LocationId == location.LocationId)))];

    public int Planned => Rows.Where(location => location.IsThere).Sum(location => location.Users);

    /// <summary>People with a place that is closed on that day.</summary>
    public int Left => Rows.Where(location => !location.IsOffered).Sum(location => Of(location.LocationId));

    /// <summary>Every job role on the day at the places shown, the largest first.</summary>
    public IReadOnlyList<(string Role, int People)> Roles { get; } =
    [
        .. Cells.Join(Locations.Where(Filter.Holds), cell => cell.LocationId, location => location.LocationId, (cell, _) => cell)
            .GroupBy(cell => cell.Role, JobRole.Comparer).Select(group => (Role: group.First().Role, People: group.Sum(cell => cell.People)))
            .OrderByDescending(role => role.People).ThenBy(role => role.Role, StringComparer.CurrentCulture),
    ];

    /// <summary>The chosen role alone, else the largest.</summary>
    public IReadOnlyList<string> Columns =>
        string.IsNullOrEmpty(Filter.Role) ? [.. Roles.Take(MostRoles).Select(role => role.Role)] : [.. Roles.Select(role => role.Role).Where(role => JobRole.Comparer.Equals(role, Filter.Role))];

    public bool HasOthers => string.IsNullOrEmpty(Filter.Role) && Roles.Count > MostRoles;

    public bool IsEmpty => Cells.Count == 0;

    public string Address => new ListAddress(Path, new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>()).With("on", Filter.On).With("known", Filter.Known)
        .With("area", Filter.Area?.ToString()).With("location", Filter.Location?.ToString()).With("role", Filter.Role).ToString();

    public IEnumerable<(Guid Id, string Name)> Areas =>
        Locations.Select(location => (location.AreaId, location.Area)).Distinct().OrderBy(area => area.Area, StringComparer.CurrentCulture);

    public int Of(Guid location) => People.ByLocation.GetValueOrDefault(location);

    public int Of(Guid location, string role) => cells.GetValueOrDefault((location, role.ToUpperInvariant()));

    /// <summary>In roles that have no column.</summary>
    public int Others(Guid location) => Cells.Where(cell => cell.LocationId == location).Sum(cell => cell.People) - Columns.Sum(role => Of(location, role));

    /// <summary>The same question about one of the list's, with names.</summary>
    public string List(Guid? location, string? role) => new ListAddress($"/programmes/{Programme.ProgrammeId}/employees", new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>())
        .With("on", Filter.On).With("area", location is null ? Filter.Area?.ToString() : null).With("location", (location ?? Filter.Location)?.ToString()).With("role", role).ToString();

    private readonly Dictionary<(Guid, string), int> cells = Cells.ToDictionary(cell => (cell.LocationId, cell.Role.ToUpperInvariant()), cell => cell.People);
}
