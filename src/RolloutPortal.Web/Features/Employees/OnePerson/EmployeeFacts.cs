using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Employees.OnePerson;

/// <summary>What is kept of one person beside their periods.</summary>
/// <param name="Version">What a form carries.</param>
/// <param name="BatchId">The import that brought them; null: by hand.</param>
/// <param name="Account">The name of the account that is linked; null: none.</param>
/// <param name="SameAddress">An account that has their address, and is linked to nobody; null: none.</param>
public sealed record EmployeeFacts(
    Guid EmployeeId, EmployeeName Name, string? WorkKey, string? Email, int Version, bool Invented, DateTimeOffset CreatedAt, DateTimeOffset? ErasedAt, Guid? BatchId,
    (Guid Id, string Name)? Account, (Guid Id, string Name)? SameAddress)
{
    /// <summary>Of one person, $1: in the order in which <see cref="Read"/> takes them.</summary>
    internal const string Sql =
        """
        select e.id, e.name, e.erased_number, e.work_key, e.email, e.version, e.invented, e.created_at, e.erased_at, e.batch_id, a.id, a.name, s.id, s.name
        from employee e
        left join account_row r on r.employee_id = e.id
        left join account a on a.id = r.account_id
        left join (account s join account_row sr on sr.account_id = s.id and sr.employee_id is null) on lower(s.email) = lower(e.email)
        where e.id = $1
        """;

    public bool IsErased => Name.Name is null;

    internal static EmployeeFacts Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), new EmployeeName(row.Text(1), row.Value<int>(2)), row.Text(3), row.Text(4), row.GetInt32(5), row.GetBoolean(6),
        row.GetFieldValue<DateTimeOffset>(7), row.Value<DateTimeOffset>(8), row.Value<Guid>(9),
        Named(row, 10), Named(row, 12));

    private static (Guid Id, string Name)? Named(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : (row.GetGuid(column), row.GetString(column + 1));
}
