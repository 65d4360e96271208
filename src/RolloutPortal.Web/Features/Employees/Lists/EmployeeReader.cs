using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>Reads lists of people, at the locations where the viewer may see names. Scoped.</summary>
public sealed class EmployeeReader(ReadTables read, RolloutReader rollout, Viewer viewer, Clock clock)
{
    private static readonly Dictionary<string, Func<EmployeeListItem, IComparable?>> Orders = new()
    {
        ["name"] = item => item.Name.Name,
        ["key"] = item => item.WorkKey,
        ["role"] = item => item.Period.Role,
        ["location"] = item => item.Location,
        ["from"] = item => item.Period.From,
        ["to"] = item => item.Period.Last,
    };

    public async Task<EmployeeList> List(Guid programmeId, EmployeeFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var today = clock.Today(programme.TimeZone);
        var day = filter.Day ?? today;
        var locations = await Locations(programmeId, day, Permission.SeeNames, ct);
        var roles = await Roles(locations, ct);
        var found = await Found(filter, day, locations, ct);
        var page = new Pager(list, found.Count).Page;
        var shown = InOrder(found, list).Skip((page - 1) * ListRequest.PageSize).Take(ListRequest.PageSize).ToList();
        return new EmployeeList(
            programme, filter, list, day, today, await WithNeighbours(shown, ct), found.Count, found.Select(item => item.EmployeeId).Distinct().Count(),
            locations, roles, await rollout.TopicsOf(programmeId, ct),
            await viewer.May(Permission.Import, programmeId, ct), await viewer.May(Permission.Administer, ct), roles.Count == 0);
    }

    /// <summary>The locations of a programme where the viewer has a permission, as they are on a day, by name; also those that are not there
    /// then: somebody may be said to work where nothing is.</summary>
    public async Task<IReadOnlyList<StaffedLocation>> Locations(Guid programmeId, DateOnly day, Permission permission, CancellationToken ct = default)
    {
        var visible = await viewer.Locations(permission, ct);
        return
        [
            .. (await rollout.LocationsOn(day, programmeId, ct)).Where(standing => visible is null || visible.Contains(standing.Location.LocationId))
                .Select(standing => new StaffedLocation(
                    standing.Location.LocationId, standing.Location.Name, standing.Location.AreaId, standing.Location.Area, standing.Location.Users,
                    standing.IsThere || standing.IsToCome)),
        ];
    }

    /// <summary>The job roles at these places, whenever.</summary>
    public async Task<IReadOnlyList<string>> Roles(IReadOnlyList<StaffedLocation> locations, CancellationToken ct = default) => (await read.Query(
        "select min(role) from employee_period where location_id = any($1) and recorded_to is null group by lower(role)",
        reader => reader.GetString(0), ct, locations.Select(location => location.LocationId).ToArray())).ByName(role => role);

    private async Task<List<EmployeeListItem>> Found(EmployeeFilter filter, DateOnly day, IReadOnlyList<StaffedLocation> locations, CancellationToken ct)
    {
        var at = locations.Where(location => (filter.Area is null || location.AreaId == filter.Area) && (filter.Location is null || location.LocationId == filter.Location))
            .ToDictionary(location => location.LocationId);
        var words = string.IsNullOrWhiteSpace(filter.Q) ? "" : filter.Q.Trim().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
        return await read.Query(
            $"""
            select e.id, e.name, e.erased_number, e.work_key, e.email, e.invented, p.period_id, p.location_id, p.role, p.from_day, p.to_day, p.follows
            from employee_period p
            join employee e on e.id = p.employee_id
            where p.location_id = any($1) and p.recorded_to is null and {filter.Condition("$2::date")}
                and ($3 = '' or lower(p.role) = lower($3))
                and ($4 = '' or e.name ilike '%' || $4 || '%' or e.work_key ilike '%' || $4 || '%' or e.email ilike '%' || $4 || '%')
            """,
            row => Item(row, at), ct, at.Keys.ToArray(), day, filter.Role ?? "", words);
    }

    private static EmployeeListItem Item(NpgsqlDataReader row, Dictionary<Guid, StaffedLocation> at)
    {
        var place = at[row.GetGuid(7)];
        return new EmployeeListItem(
            row.GetGuid(0), new EmployeeName(Text(row, 1), row.IsDBNull(2) ? null : row.GetInt32(2)), Text(row, 3), Text(row, 4), row.GetBoolean(5),
            Period(row, 6), place.Name, place.Area);
    }

    private static IEnumerable<EmployeeListItem> InOrder(IEnumerable<EmployeeListItem> found, ListRequest list)
    {
        var order = Orders.GetValueOrDefault(list.Key) ?? Orders["name"];
        // The database knows code points only; and who has no name any more comes last.
        var by = Comparer<IComparable?>.Create((a, b) =>
            a is null || b is null ? (a is null).CompareTo(b is null) : a is string text ? StringComparer.CurrentCulture.Compare(text, (string)b) : a.CompareTo(b));
        var sorted = list.Descending ? found.OrderByDescending(order, by) : found.OrderBy(order, by);
        return (list.Key == "name" ? sorted : sorted.ThenBy(item => item.Name.Name, StringComparer.CurrentCulture))
            .ThenBy(item => item.EmployeeId).ThenBy(item => item.Period.From).ThenBy(item => item.Period.PeriodId);
    }

    /// <summary>Who came from where and goes where, told only for those on the page.</summary>
    private async Task<IReadOnlyList<EmployeeListItem>> WithNeighbours(List<EmployeeListItem> shown, CancellationToken ct)
    {
        var periods = (await read.Query(
            "select employee_id, period_id, location_id, role, from_day, to_day, follows from employee_period where employee_id = any($1) and recorded_to is null",
            row => (Employee: row.GetGuid(0), Period: Period(row, 1)), ct, shown.Select(item => item.EmployeeId).Distinct().ToArray()))
            .ToLookup(row => row.Employee, row => row.Period);
        return
        [
            .. shown.Select(item => item with
            {
                Before = periods[item.EmployeeId].FirstOrDefault(other => other.To == item.Period.From.AddDays(-1)),
                After = item.Period.To is { } last ? periods[item.EmployeeId].FirstOrDefault(other => other.From == last.AddDays(1)) : null,
            }),
        ];
    }

    internal static EmployeePeriod Period(NpgsqlDataReader row, int first) => new(
        row.GetGuid(first), row.GetGuid(first + 1), row.GetString(first + 2), row.GetFieldValue<DateOnly>(first + 3),
        row.IsDBNull(first + 4) ? null : row.GetFieldValue<DateOnly>(first + 4), row.IsDBNull(first + 5) ? null : row.GetGuid(first + 5));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
