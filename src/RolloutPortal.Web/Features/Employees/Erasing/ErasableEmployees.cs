using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Employees.Erasing;

/// <summary>Who could be erased: nobody has employed them for twelve months (domain.md §7, retention). A person decides; nothing goes by itself.</summary>
public sealed class ErasableEmployees(NpgsqlDataSource source, Clock clock)
{
    public const int Months = 12;

    /// <summary>The longest gone first.</summary>
    /// <param name="reach">Only people who worked nowhere else; null: everywhere.</param>
    public async Task<IReadOnlyList<ErasableEmployee>> List(IReadOnlySet<Guid>? reach, CancellationToken ct = default)
    {
        var rows = await source.Rows(
            """
            select e.id, e.name, e.work_key, max(p.to_day) as last_day, array_agg(distinct p.location_id)
            from employee e
            join employee_period p on p.employee_id = e.id and p.recorded_to is null
            where e.erased_number is null
            group by e.id
            having bool_and(p.to_day is not null) and max(p.to_day) < $1
            order by last_day, e.id
            """,
            row => (Employee: new ErasableEmployee(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateOnly>(3)), Places: row.GetFieldValue<Guid[]>(4)),
            ct, clock.Today(Zones.Default).AddMonths(-Months));
        return [.. rows.Where(row => reach is null || row.Places.All(reach.Contains)).Select(row => row.Employee)];
    }
}

public sealed record ErasableEmployee(Guid EmployeeId, string Name, string WorkKey, DateOnly LastDay);
