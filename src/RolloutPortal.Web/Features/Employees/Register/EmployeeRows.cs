using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Features.Employees.Register;

/// <summary>The rows that make people into what they have become: set by set, whether it is one of them or fifty thousand.</summary>
/// <param name="batchId">The import; null: by hand.</param>
/// <param name="at">From when the portal knows it: portal time.</param>
internal sealed class EmployeeRows(IReadOnlyList<EmployeeStep> steps, Guid? batchId, DateTimeOffset at, Guid? by, bool invented)
{
    public IEnumerable<SideWrite> Writes() => ((IEnumerable<SideWrite?>)[.. ChangeDetails(), Insert(), Touch(), EndPeriods(), BeginPeriods()]).OfType<SideWrite>();

    private SideWrite? Insert()
    {
        var people = steps.Where(step => step.Before is null).Select(step => step.After).ToList();
        return people.Count == 0 ? null : new SideWrite(
            """
            insert into employee (id, key, work_key, name, email, invented, batch_id, details_batch_id, created_at)
            select id, key, work_key, name, email, $6, $7, $7, $8
            from unnest($1, $2, $3, $4, $5) as e(id, key, work_key, name, email)
            """,
            people.Select(one => one.EmployeeId).ToArray(), people.Select(one => WorkKey.Canonical(one.WorkKey)).ToArray(),
            people.Select(one => one.WorkKey).ToArray(), people.Select(one => one.Name).ToArray(), people.Select(one => one.Email).ToArray(),
            invented, Id(batchId), at);
    }

    private SideWrite? Touch()
    {
        var known = steps.Where(step => step.Before is not null).Select(step => step.EmployeeId).ToArray();
        return known.Length == 0 ? null : new SideWrite("update employee set version = version + 1 where id = any($1)", known);
    }

    private IEnumerable<SideWrite> ChangeDetails()
    {
        var changed = steps.Where(step => step is { Before: { } was, After: var now } && (was.Name != now.Name || was.Email != now.Email)).ToList();
        if (changed.Count == 0) yield break;

        var ids = changed.Select(step => step.EmployeeId).ToArray();
        if (batchId is not null)
        {
            yield return new SideWrite(
                """
                insert into employee_before (batch_id, employee_id, name, email, details_batch_id)
                select $2, id, name, email, details_batch_id from employee where id = any($1)
                on conflict (batch_id, employee_id) do nothing
                """,
                ids, batchId);
        }

        // Two who exchange their addresses would each be in the other's way.
        yield return new SideWrite("update employee set email = null where id = any($1)", ids);
        yield return new SideWrite(
            """
            update employee e set name = c.name, email = c.email, details_batch_id = $4
            from unnest($1, $2, $3) as c(id, name, email)
            where e.id = c.id
            """,
            ids, changed.Select(step => step.After.Name).ToArray(), changed.Select(step => step.After.Email).ToArray(), Id(batchId));
        yield return LineOrder.Of(ids);
    }

    private SideWrite? EndPeriods()
    {
        var ended = steps.SelectMany(step => step.Ended).Select(period => period.PeriodId).Distinct().ToArray();
        return ended.Length == 0 ? null : new SideWrite(
            """
            update employee_period set recorded_to = greatest($2, recorded_from), ended_batch_id = $3, name = null, key = null
            where period_id = any($1) and recorded_to is null
            """,
            ended, at, Id(batchId));
    }

    private SideWrite? BeginPeriods()
    {
        var begun = steps.SelectMany(step => step.Begun.Select(period => (step.EmployeeId, Period: period))).ToList();
        return begun.Count == 0 ? null : new SideWrite(
            """
            insert into employee_period (period_id, employee_id, location_id, role, from_day, to_day, follows, recorded_from, recorded_by, batch_id, name, key)
            select period_id, employee_id, location_id, role, from_day, to_day, follows, $8, $9, $10, e.name, e.key
            from unnest($1, $2, $3, $4, $5, $6, $7) as p(period_id, employee_id, location_id, role, from_day, to_day, follows)
            join employee e on e.id = p.employee_id
            """,
            begun.Select(one => one.Period.PeriodId).ToArray(), begun.Select(one => one.EmployeeId).ToArray(),
            begun.Select(one => one.Period.LocationId).ToArray(), begun.Select(one => one.Period.Role).ToArray(),
            begun.Select(one => one.Period.From).ToArray(), begun.Select(one => one.Period.To).ToArray(),
            begun.Select(one => one.Period.Follows).ToArray(), at, Id(by), Id(batchId));
    }

    /// <remarks>Without a type, PostgreSQL takes an empty value in a list of selected columns for text.</remarks>
    internal static Npgsql.NpgsqlParameter Id(Guid? id) => new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = (object?)id ?? DBNull.Value };
}
