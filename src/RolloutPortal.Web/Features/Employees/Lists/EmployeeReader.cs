using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>Reads lists of people, at the locations where the viewer may see names. Scoped.</summary>
public sealed class EmployeeReader(ReadTables read, RolloutReader rollout, Viewer viewer, Clock clock)
{
    private readonly EmployeeLines lines = new(read);

    public async Task<EmployeeList> List(Guid programmeId, EmployeeFilter filter, ListRequest list, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var today = clock.Today(programme.TimeZone);
        var day = filter.Day ?? today;
        var locations = await Locations(programmeId, day, Permission.SeeNames, ct);
        var spelled = await SpelledRoles(locations, ct);
        var where = new EmployeeConditions(
            filter, day, [.. locations.Where(filter.Holds).Select(location => location.LocationId)],
            string.IsNullOrEmpty(filter.Role) ? null : [.. spelled.Where(role => JobRole.Comparer.Equals(role, filter.Role))]);
        var (shown, total, people) = await lines.Page(where, list, locations, ct);
        return new EmployeeList(
            programme, filter, list, day, today, await WithNeighbours(shown, ct), total, people,
            locations, Once(spelled), await rollout.TopicsOf(programmeId, ct),
            await viewer.May(Permission.Import, programmeId, ct), await viewer.May(Permission.Administer, ct), spelled.Count == 0);
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
                    standing.IsThere || standing.IsToCome, standing.IsThere)),
        ];
    }

    /// <summary>The job roles at these places, whenever, by name.</summary>
    public async Task<IReadOnlyList<string>> Roles(IReadOnlyList<StaffedLocation> locations, CancellationToken ct = default) =>
        Once(await SpelledRoles(locations, ct));

    /// <remarks>From role to role along an index: to group everybody by them takes as long as to count them.</remarks>
    private Task<List<string>> SpelledRoles(IReadOnlyList<StaffedLocation> locations, CancellationToken ct) => read.Query(
        """
        with recursive r as (
            (select role from employee_period where recorded_to is null order by role limit 1)
            union all
            select (select p.role from employee_period p where p.recorded_to is null and p.role > r.role order by p.role limit 1) from r where r.role is not null)
        select role from r
        where role is not null and exists (select from employee_period p where p.role = r.role and p.location_id = any($1) and p.recorded_to is null)
        """,
        row => row.GetString(0), ct, (object)locations.Select(location => location.LocationId).ToArray());

    private static List<string> Once(IEnumerable<string> spelled) =>
        spelled.Order(StringComparer.Ordinal).DistinctBy(role => role, JobRole.Comparer).ByName(role => role);

    /// <summary>Who came from where and goes where, told only for those on the page.</summary>
    private async Task<IReadOnlyList<EmployeeListItem>> WithNeighbours(List<EmployeeListItem> shown, CancellationToken ct)
    {
        var periods = (await read.Query(
            "select employee_id, period_id, location_id, role, from_day, to_day, follows from employee_period where employee_id = any($1) and recorded_to is null",
            row => (Employee: row.GetGuid(0), Period: EmployeeLines.Period(row, 1)), ct, shown.Select(item => item.EmployeeId).Distinct().ToArray()))
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
}
