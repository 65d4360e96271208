using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Employees;

/// <summary>How many people work where, for those who only need to know that: a board, a location's page.</summary>
/// <remarks>Days are the location's own, as the caller has them. A move is told in the log when it is written down
/// (<see cref="Domain.Employees.EmployeeMoved"/> and the others), and comes into force on its day without anything being told.</remarks>
public sealed class Workplaces(NpgsqlDataSource source)
{
    /// <summary>How many people work at each of these locations on its own day; a location without any is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> Count(IReadOnlyCollection<(Guid LocationId, DateOnly Day)> at, CancellationToken ct = default)
    {
        if (at.Count == 0) return new Dictionary<Guid, int>();
        var rows = await source.Rows(
            """
            select a.location_id, count(distinct p.employee_id)::int
            from unnest($1, $2) as a(location_id, day)
            join employee_period p on p.location_id = a.location_id and p.recorded_to is null and p.from_day <= a.day and (p.to_day is null or p.to_day >= a.day)
            group by a.location_id
            """,
            reader => (Location: reader.GetGuid(0), People: reader.GetInt32(1)), ct, at.Select(one => one.LocationId).ToArray(), at.Select(one => one.Day).ToArray());
        return rows.ToDictionary(row => row.Location, row => row.People);
    }

    /// <summary>How many people work at a location on a day in each job role, the largest first. Whoever has two roles counts in both.</summary>
    public Task<List<(string Role, int People)>> Roles(Guid locationId, DateOnly day, CancellationToken ct = default) => source.Rows(
        """
        select min(role) as role, count(distinct employee_id)::int as people from employee_period
        where location_id = $1 and recorded_to is null and from_day <= $2 and (to_day is null or to_day >= $2)
        group by lower(role)
        order by people desc, lower(min(role))
        """,
        reader => (reader.GetString(0), reader.GetInt32(1)), ct, locationId, day);
}
