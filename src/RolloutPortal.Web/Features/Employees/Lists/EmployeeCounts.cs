using RolloutPortal.Domain.Accounts;
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
        var cells = await Cells([.. locations.Select(location => location.LocationId)], filter.Day ?? today, Known(filter, today, programme.TimeZone), ct);
        var people = await People(locations, filter, filter.Day ?? today, Known(filter, today, programme.TimeZone), ct);
        return new EmployeeCountPage(
            programme, filter, today, locations, cells, people, await rollout.TopicsOf(programmeId, ct), await viewer.May(Permission.SeeNames, ct));
    }

    /// <summary>The first instant that is too late: midnight after the day.</summary>
    /// <returns>As late as can be when it is to be counted as it is known now.</returns>
    private static DateTimeOffset Known(CountFilter filter, DateOnly today, string zone) =>
        filter.KnownDay is { } day && day < today ? Zones.StartOf(day.AddDays(1), zone) : new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private Task<List<CountCell>> Cells(Guid[] locations, DateOnly day, DateTimeOffset known, CancellationToken ct) => read.Query(
        """
        select location_id, min(role), count(distinct employee_id)::int
        from employee_period
        where location_id = any($1) and from_day <= $2 and (to_day is null or to_day >= $2)
            and recorded_from < $3 and (recorded_to is null or recorded_to >= $3)
        group by location_id, lower(role)
        """,
        row => new CountCell(row.GetGuid(0), row.GetString(1), row.GetInt32(2)), ct, locations, day, known);

    /// <summary>Different people: whoever works at two places, or in two roles, is one.</summary>
    private async Task<PeopleCount> People(
        IReadOnlyList<StaffedLocation> locations, CountFilter filter, DateOnly day, DateTimeOffset known, CancellationToken ct)
    {
        Guid[] within = [.. locations.Where(filter.Holds).Select(location => location.LocationId)];
        var rows = await read.Query(
            """
            select location_id, count(distinct employee_id)::int
            from employee_period
            where location_id = any($1) and from_day <= $2 and (to_day is null or to_day >= $2)
                and recorded_from < $3 and (recorded_to is null or recorded_to >= $3) and ($4 = '' or lower(role) = lower($4))
            group by grouping sets ((location_id), ())
            """,
            row => (Location: row.IsDBNull(0) ? (Guid?)null : row.GetGuid(0), People: row.GetInt32(1)), ct, within, day, known, filter.Role ?? "");
        return new PeopleCount(
            rows.Where(row => row.Location is null).Sum(row => row.People),
            rows.Where(row => row.Location is not null).ToDictionary(row => row.Location!.Value, row => row.People));
    }
}

/// <param name="Total">Different people at all of the places.</param>
public sealed record PeopleCount(int Total, IReadOnlyDictionary<Guid, int> ByLocation);

/// <summary>So many people in one role at one place.</summary>
public sealed record CountCell(Guid LocationId, string Role, int People);
