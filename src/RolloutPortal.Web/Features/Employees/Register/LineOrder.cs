using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Features.Employees.Register;

/// <summary>What lists order people by stands with each of their lines too (Portal.sql): whoever changes a name writes it there as well.</summary>
internal static class LineOrder
{
    /// <summary>Of these people, as their rows have become.</summary>
    public static SideWrite Of(Guid[] people) => Where("e.id = any($1)", people);

    /// <summary>Of whoever an import wrote over.</summary>
    public static SideWrite OfBefore(Guid batchId) => Where("e.id in (select employee_id from employee_before where batch_id = $1)", batchId);

    private static SideWrite Where(string condition, object value) => new(
        $"""
        update employee_period p set name = e.name, key = e.key from employee e
        where e.id = p.employee_id and p.recorded_to is null and (p.name, p.key) is distinct from (e.name, e.key) and {condition}
        """,
        value);
}
