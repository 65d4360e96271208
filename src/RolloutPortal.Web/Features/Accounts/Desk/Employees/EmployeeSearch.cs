using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Accounts.Desk.Employees;

/// <summary>An employee as an administrator of accounts sees one: to know the right one by.</summary>
/// <param name="LocationIds">Where they are on the day, and where they will be.</param>
/// <param name="AccountId">Whose account is linked already; null: nobody's.</param>
public sealed record EmployeeFound(Guid EmployeeId, string WorkKey, string Name, string Email, IReadOnlyList<Guid> LocationIds, Guid? AccountId);

/// <summary>Finds employees for a link.</summary>
public sealed class EmployeeSearch(NpgsqlDataSource source)
{
    private const int Most = 20;

    private const string Columns =
        """
        select e.id, e.work_key, e.name, coalesce(e.email, ''),
            array(select distinct p.location_id from employee_period p where p.employee_id = e.id and p.recorded_to is null and coalesce(p.to_day, 'infinity') >= $1),
            (select r.account_id from account_row r where r.employee_id = e.id limit 1)
        from employee e
        """;

    /// <param name="today">In the portal's own zone: nobody is decided about by it.</param>
    public async Task<EmployeeFound?> Find(Guid employeeId, DateOnly today, CancellationToken ct = default) =>
        await Rows($"{Columns} where e.id = $2 and e.erased_at is null", ct, today, employeeId) is [var one] ? one : null;

    /// <summary>By parts of name, key or address; without any, whoever has the account's own address.</summary>
    /// <param name="locations">Those within reach: employees of others are not shown; null: all.</param>
    public async Task<IReadOnlyList<EmployeeFound>> Search(string? q, string email, IReadOnlySet<Guid>? locations, DateOnly today, CancellationToken ct = default)
    {
        var typed = (q ?? "").Trim();
        var found = typed.Length == 0
            ? await Rows($"{Columns} where lower(e.email) = lower($2) and e.erased_at is null", ct, today, email)
            : await Rows(
                $"{Columns} where e.erased_at is null and (e.name ilike $2 or e.work_key ilike $2 or e.email ilike $2) order by e.name, e.id limit {Most}",
                ct, today, $"%{typed.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%");
        return [.. found.Where(one => locations is null || one.LocationIds.Any(locations.Contains))];
    }

    private Task<List<EmployeeFound>> Rows(string sql, CancellationToken ct, params object?[] values) => source.Rows(
        sql, row => new EmployeeFound(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<Guid[]>(4), row.IsDBNull(5) ? null : row.GetGuid(5)), ct, values);
}
