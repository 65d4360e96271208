using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Features.Employees.Erasing;

/// <summary>Who goes, as whoever else keeps something of them can find it.</summary>
/// <param name="EmployeeId">Null: somebody who has an account alone.</param>
/// <param name="WorkKey">Empty: none.</param>
/// <param name="Number">What they are called from now on.</param>
public sealed record ErasedPerson(Guid? EmployeeId, int Number, string WorkKey, string Name, string Email);

/// <summary>Keeps names, keys or addresses of people somewhere else than in their own row: rows that wait in an import, a mapping, a copy.
/// All who are registered as this are asked when somebody is erased.</summary>
public interface IKeepsPeople
{
    /// <summary>What makes it forget that person, in the transaction that erases them.</summary>
    IEnumerable<SideWrite> Forget(ErasedPerson person);
}
