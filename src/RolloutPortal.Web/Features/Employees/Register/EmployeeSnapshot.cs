using RolloutPortal.Domain.Employees;

namespace RolloutPortal.Web.Features.Employees.Register;

/// <summary>People as they are known now, and the version of the register that this was read at: what is decided on it is stored
/// only if nobody has changed anything since.</summary>
/// <param name="Versions">Of each person: what a form carries.</param>
public sealed record EmployeeSnapshot(long Version, IReadOnlyList<Employee> People, IReadOnlyDictionary<Guid, int> Versions);
