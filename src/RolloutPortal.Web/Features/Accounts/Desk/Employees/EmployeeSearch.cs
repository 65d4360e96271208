using Npgsql;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Accounts.Desk.Employees;

/// <summary>An employee as an administrator of accounts sees one: to know the right one by.</summary>
/// <param name="LocationIds">Where they are on the day, and where they will be.</param>
/// <param name="AccountId">Whose account is linked already; null: nobody's.</param>
public sealed record EmployeeFound(Guid EmployeeId, string WorkKey, string Name, string Email, IReadOnlyList<Guid> LocationIds, Guid? AccountId)
{
    public string Address => $"/employees/{EmployeeId}";
}

/// <summary>Finds employees for a link.</summary>
/// <remarks>Days are in the portal's own zone: nobody is decided about by them.</remarks>
public sealed class EmployeeSearch(NpgsqlDataSource source)
{
    public const int Most = 20;

    private const string Columns =
        """
        select e.id, e.work_key, e.name, coalesce(e.email, ''), at.locations,
            (select r.account_id from account_row r where r.employee_id = e.id limit 1)
        from employee e
        cross join lateral (
            select coalesce(array_agg(distinct p.location_id), '{}') as locations from employee_period p
            where p.employee_id = e.id and p.recorded_to is null and coalesce(p.to_day, 'infinity') >= $1
        ) as at
        where e.erased_number is null
        """;

    public async Task<EmployeeFound?> Find(Guid employeeId, DateOnly today, CancellationToken ct = default) =>
        await Rows($"{Columns} and e.id = $2", ct, today, employeeId) is [var one] ? one : null;

    /// <summary>By parts of name, key or address, in any order; without any, whoever has the address.</summary>
    /// <param name="email">Null: nobody is proposed.</param>
    /// <param name="locations">Those within reach: employees of others are not shown; null: all.</param>
    /// <returns>At most <see cref="Most"/>; names that begin as typed first, then by name.</returns>
    public async Task<IReadOnlyList<EmployeeFound>> Search(string? q, string? email, IReadOnlySet<Guid>? locations, DateOnly today, CancellationToken ct = default)
    {
        var parts = (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToArray();
        if (parts.Length == 0) return email is null ? [] : await With([email], locations, today, ct);
        return await Rows(
            $"""
            {Columns}
                and ($2::uuid[] is null or at.locations && $2)
                and concat_ws(' ', e.name, e.work_key, e.email) ilike all ($3)
            order by e.name ilike $4 desc, {NameOrder.Sql("e.name")}, e.id
            limit {Most}
            """, ct, today, Reach(locations), parts.Select(LikePattern.Part).ToArray(), LikePattern.Beginning(parts[0]));
    }

    /// <summary>Whoever has one of the addresses; in no order.</summary>
    /// <inheritdoc cref="Search"/>
    public async Task<IReadOnlyList<EmployeeFound>> With(
        IReadOnlyCollection<string> emails, IReadOnlySet<Guid>? locations, DateOnly today, CancellationToken ct = default) => await Rows(
        $"{Columns} and ($2::uuid[] is null or at.locations && $2) and lower(e.email) = any($3)", ct, today, Reach(locations),
        emails.Select(email => email.ToLowerInvariant()).ToArray());

    /// <summary>Whoever has one of the work keys; in no order.</summary>
    /// <inheritdoc cref="Search"/>
    public async Task<IReadOnlyList<EmployeeFound>> Keyed(
        IReadOnlyCollection<string> keys, IReadOnlySet<Guid>? locations, DateOnly today, CancellationToken ct = default) => await Rows(
        $"{Columns} and ($2::uuid[] is null or at.locations && $2) and e.key = any($3)", ct, today, Reach(locations),
        keys.Select(WorkKey.Canonical).ToArray());

    private static object Reach(IReadOnlySet<Guid>? locations) => (object?)locations?.ToArray() ?? DBNull.Value;

    private Task<List<EmployeeFound>> Rows(string sql, CancellationToken ct, params object?[] values) => source.Rows(
        sql, row => new EmployeeFound(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetFieldValue<Guid[]>(4), row.Value<Guid>(5)), ct, values);
}
