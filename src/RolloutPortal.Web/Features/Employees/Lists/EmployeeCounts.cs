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
        var everywhere = Where([.. locations.Select(location => location.LocationId)], filter.Day ?? today, known);
        var within = Where([.. locations.Where(filter.Holds).Select(location => location.LocationId)], filter.Day ?? today, known);
        if (!string.IsNullOrEmpty(filter.Role)) within.Add("upper(role) = upper({0})", filter.Role);

        // Each reads an index of its own in its order. At once, for each takes as long as all the rest of the page where people are many.
        var (cells, byLocation, total) = (Cells(everywhere, ct), ByLocation(within, ct), Total(within, ct));
        await Task.WhenAll(cells, byLocation, total);
        return new EmployeeCountPage(
            programme, filter, today, locations, Together(await cells), new PeopleCount(await total, await byLocation), await rollout.TopicsOf(programmeId, ct),
            await viewer.May(Permission.SeeNames, ct));
    }

    /// <summary>Each role as it is written here and there. Nobody has one role twice at one place on a day (<see cref="EmployeePeriod.IsSamePlace"/>).</summary>
    private Task<List<CountCell>> Cells(SqlConditions where, CancellationToken ct) => read.Planned(
        $"select location_id, role, count(*)::int from employee_period where {where.Sql} group by location_id, role",
        row => new CountCell(row.GetGuid(0), row.GetString(1), row.GetInt32(2)), ct, where.Values);

    /// <summary>Different people at each place: whoever works there in two roles is one.</summary>
    private async Task<Dictionary<Guid, int>> ByLocation(SqlConditions where, CancellationToken ct) => (await read.Planned(
        $"select location_id, count(distinct employee_id)::int from employee_period where {where.Sql} group by location_id",
        row => (Location: row.GetGuid(0), People: row.GetInt32(1)), ct, where.Values)).ToDictionary(row => row.Location, row => row.People);

    /// <summary>Different people at all of them.</summary>
    private async Task<int> Total(SqlConditions where, CancellationToken ct) => (await read.Planned(
        $"select count(distinct employee_id)::int from employee_period where {where.Sql}", row => row.GetInt32(0), ct, where.Values))[0];

    /// <param name="known">The first instant that is too late; null: as it is known now.</param>
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
