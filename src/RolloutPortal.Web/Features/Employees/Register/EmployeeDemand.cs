using RolloutPortal.Domain;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Employees.Register;

/// <summary>What is made somebody's needs them to be known. Whoever decides looks at their row; that nobody erases them, or takes back the
/// file that brought them, at the same moment is demanded once more where it is written (decisions.md 5).</summary>
public static class EmployeeDemand
{
    public static Demand Known(Guid employeeId) => new(
        SideWrite.Demand("exists (select from employee where id = $1 and erased_number is null)", employeeId), new Refusal(EmployeeRefusals.NotFound));
}
