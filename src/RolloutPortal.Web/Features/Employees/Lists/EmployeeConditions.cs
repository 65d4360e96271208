using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.Web.Features.Employees.Lists;

/// <summary>Whom a list asks for, as SQL over <c>employee_period p</c>, and over <c>employee e</c> where words are looked for.</summary>
internal sealed class EmployeeConditions
{
    private readonly SqlConditions where = new();

    /// <param name="locations">Those that are asked for and where names may be seen.</param>
    /// <param name="roles">The role that is asked for as it is written here and there; null: any.</param>
    public EmployeeConditions(EmployeeFilter filter, DateOnly day, Guid[] locations, string[]? roles)
    {
        where.Add("p.location_id = any({0}) and p.recorded_to is null", locations);
        where.Add(filter.Condition("{0}::date"), day);
        if (roles is not null) where.Add("p.role = any({0})", (object)roles);
        if (string.IsNullOrWhiteSpace(filter.Q)) return;
        From = "employee_period p join employee e on e.id = p.employee_id";
        where.Add("(e.name ilike {0} or e.work_key ilike {0} or e.email ilike {0})", LikePattern.Part(filter.Q.Trim()));
    }

    /// <summary>What is asked: people too, where words are looked for.</summary>
    public string From { get; } = "employee_period p";

    public string Sql => where.Sql;

    public object[] Values => where.Values;

    /// <summary>And have one of these values.</summary>
    /// <returns>The place of the values: $4.</returns>
    public string Among<T>(string sql, T[] values)
    {
        var place = where.Use("{0}", (object)values);
        where.Add($"{sql} = any({place})");
        return place;
    }
}
