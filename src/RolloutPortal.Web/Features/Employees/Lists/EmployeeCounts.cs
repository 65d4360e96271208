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

        // At once, for each takes as long as all the rest of the page where people are many.
        var (cells, several) = (Cells(everywhere, ct), Several(within, ct));
        await Task.WhenAll(cells, several);
        var asked = locations.Where(filter.Holds).Select(location => location.LocationId).ToHashSet();
        var counted = (await cells).Where(cell => asked.Contains(cell.LocationId) && (string.IsNullOrEmpty(filter.Role) || JobRole.Comparer.Equals(cell.Role, filter.Role)));
        return new EmployeeCountPage(
            programme, filter, today, locations, Together(await cells), PeopleCount.Of(counted, await several), await rollout.TopicsOf(programmeId, ct),
            await viewer.May(Permission.SeeNames, ct));
    }

    /// <summary>Each role as it is written here and there. Nobody has one role twice at one place on a day (<see cref="EmployeePeriod.IsSamePlace"/>).</summary>
    private Task<List<CountCell>> Cells(SqlConditions where, CancellationToken ct) => read.Planned(
        $"select location_id, role, count(*)::int from employee_period where {where.Sql} group by location_id, role",
        row => new CountCell(row.GetGuid(0), row.GetString(1), row.GetInt32(2)), ct, where.Values);

    /// <summary>The places of those who have several on the day, once for each role there: few, and everybody else is one of a cell.</summary>
    private Task<List<Guid[]>> Several(SqlConditions where, CancellationToken ct) => read.Planned(
        $"select array_agg(location_id) from employee_period where {where.Sql} group by employee_id having count(*) > 1",
        row => row.GetFieldValue<Guid[]>(0), ct, where.Values);

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

/// <summary>Different people: whoever works at a place in two roles is one there, and whoever works at two places is one of all.</summary>
/// <param name="Total">At all of the places.</param>
public sealed record PeopleCount(int Total, IReadOnlyDictionary<Guid, int> ByLocation)
{
    /// <param name="several">The places of each who is counted in several cells, once for each of them.</param>
    public static PeopleCount Of(IEnumerable<CountCell> cells, IReadOnlyCollection<Guid[]> several)
    {
        var at = cells.GroupBy(cell => cell.LocationId).ToDictionary(place => place.Key, place => place.Sum(cell => cell.People));
        var total = at.Values.Sum() - several.Sum(places => places.Length - 1);
        foreach (var place in several.SelectMany(places => places.CountBy(place => place)))
            at[place.Key] -= place.Value - 1;
        return new(total, at);
    }
}

/// <summary>So many people in one role at one place.</summary>
public sealed record CountCell(Guid LocationId, string Role, int People);
