using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>Counts people by location and job role on any day, as it is known now or was known at the end of an earlier one (decisions.md 2).
/// No names: for everybody who sees the rollout. Scoped.</summary>
public sealed class EmployeeCounts(ReadTables read, EmployeeReader employees, RolloutReader rollout, Viewer viewer, Clock clock)
{
    public async Task<EmployeeCountPage> Page(Guid programmeId, CountFilter filter, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var today = clock.Today(programme.TimeZone);
        var locations = await employees.Locations(programmeId, filter.Day ?? today, Permission.SeeRollout, ct);
        var known = filter.KnownDay is { } then && then < today ? Zones.StartOf(then.AddDays(1), programme.TimeZone) : (DateTimeOffset?)null;
        var spelled = await Cells([.. locations.Select(location => location.LocationId)], filter.Day ?? today, known, ct);
        var people = await People([.. locations.Where(filter.Holds).Select(location => location.LocationId)], filter, filter.Day ?? today, known, spelled, ct);
        return new EmployeeCountPage(
            programme, filter, today, locations, Together(spelled), people, await rollout.TopicsOf(programmeId, ct), await viewer.May(Permission.SeeNames, ct));
    }

    /// <summary>Each role as it is written here and there. Nobody has one role twice at one place on a day (<see cref="EmployeePeriod.IsSamePlace"/>).</summary>
    /// <param name="known">The first instant that is too late; null: as it is known now.</param>
    private Task<List<CountCell>> Cells(Guid[] locations, DateOnly day, DateTimeOffset? known, CancellationToken ct)
    {
        var where = Where(locations, day, known);
        return read.Planned(
            $"select location_id, role, count(*)::int from employee_period where {where.Sql} group by location_id, role",
            row => new CountCell(row.GetGuid(0), row.GetString(1), row.GetInt32(2)), ct, where.Values);
    }

    /// <summary>Different people: whoever works at two places, or in two roles, is one.</summary>
    private async Task<PeopleCount> People(
        Guid[] within, CountFilter filter, DateOnly day, DateTimeOffset? known, IEnumerable<CountCell> spelled, CancellationToken ct)
    {
        var where = Where(within, day, known);
        if (!string.IsNullOrEmpty(filter.Role))
            where.Add("role = any({0})", (object)spelled.Select(cell => cell.Role).Where(role => JobRole.Comparer.Equals(role, filter.Role)).Distinct().ToArray());
        var rows = await read.Planned(
            $"""
            select location_id, count(distinct employee_id)::int from employee_period where {where.Sql} group by location_id
            union all
            select null, count(distinct employee_id)::int from employee_period where {where.Sql}
            """,
            row => (Location: row.IsDBNull(0) ? (Guid?)null : row.GetGuid(0), People: row.GetInt32(1)), ct, where.Values);
        return new PeopleCount(
            rows.Where(row => row.Location is null).Sum(row => row.People),
            rows.Where(row => row.Location is not null).ToDictionary(row => row.Location!.Value, row => row.People));
    }

    private static SqlConditions Where(Guid[] locations, DateOnly day, DateTimeOffset? known)
    {
        var where = new SqlConditions();
        where.Add("location_id = any({0})", locations);
        where.Add("from_day <= {0} and (to_day is null or to_day >= {0})", day);
        if (known is { } late) where.Add("recorded_from < {0} and (recorded_to is null or recorded_to >= {0})", late);
        else where.Add("recorded_to is null");
        return where;
    }

    private static List<CountCell> Together(IEnumerable<CountCell> spelled) =>
    [
        .. spelled.OrderBy(cell => cell.Role, StringComparer.Ordinal).GroupBy(cell => (cell.LocationId, cell.Role.ToUpperInvariant()))
            .Select(same => new CountCell(same.Key.LocationId, same.First().Role, same.Sum(cell => cell.People))),
    ];
}

/// <param name="Total">Different people at all of the places.</param>
public sealed record PeopleCount(int Total, IReadOnlyDictionary<Guid, int> ByLocation);

/// <summary>So many people in one role at one place.</summary>
public sealed record CountCell(Guid LocationId, string Role, int People);
