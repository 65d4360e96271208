using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Employees.Lists;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>A period as it was known for some time.</summary>
/// <param name="From">From when the portal knew it.</param>
/// <param name="RecordedTo">Until when; null: still.</param>
public sealed record KnownPeriod(EmployeePeriod Period, DateTimeOffset From, DateTimeOffset? RecordedTo, Guid? By, Guid? Batch);

/// <summary>Reads all that was ever known of a person's periods.</summary>
public sealed class KnownPeriods(ReadTables read)
{
    /// <summary>In the order in which they became known.</summary>
    public Task<List<KnownPeriod>> Of(Guid employeeId, CancellationToken ct = default) => read.Query(
        """
        select period_id, location_id, role, from_day, to_day, follows, recorded_from, recorded_to, recorded_by, batch_id
        from employee_period where employee_id = $1
        order by recorded_from, from_day, period_id
        """,
        row => new KnownPeriod(
            EmployeeLines.Period(row, 0), row.GetFieldValue<DateTimeOffset>(6), row.Value<DateTimeOffset>(7),
            row.Value<Guid>(8), row.Value<Guid>(9)),
        ct, employeeId);
}
