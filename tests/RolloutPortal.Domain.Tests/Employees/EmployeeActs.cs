using FsCheck;
using FsCheck.Fluent;
using RolloutPortal.Domain.Employees;
using static RolloutPortal.Domain.Tests.Employees.Staff;

namespace RolloutPortal.Domain.Tests.Employees;

/// <summary>Things that may be done to a person by hand, as they come.</summary>
internal static class EmployeeActs
{
    public static Gen<List<Func<Employee, EmployeeDecision>>> Any() => One().ListOf().Select(acts => acts.ToList());

    private static Gen<Func<Employee, EmployeeDecision>> One() =>
        from kind in Gen.Choose(0, 4)
        from location in Gen.Elements(North, South)
        from role in Gen.Elements("Vikar", "vikar", "Sosu-assistent")
        from start in Gen.Choose(-60, 400)
        from length in Gen.Choose(0, 90)
        from which in Gen.Choose(0, 5)
        select Act(kind, location, role, Day(1).AddDays(start), length == 90 ? null : Day(1).AddDays(start + length), which);

    private static Func<Employee, EmployeeDecision> Act(int kind, Guid location, string role, DateOnly from, DateOnly? to, int which) => person =>
    {
        var id = person.Periods.IsEmpty ? Guid.Empty : person.Periods[which % person.Periods.Count].PeriodId;
        return kind switch
        {
            0 => person.Move(id, Guid.NewGuid(), location, role, from),
            1 => person.AlsoWork(new EmployeePeriod(Guid.NewGuid(), location, role, from, to)),
            2 => person.Correct(id, location, role, from, to),
            3 => person.Leave(from),
            _ => person.Withdraw(id),
        };
    };
}
