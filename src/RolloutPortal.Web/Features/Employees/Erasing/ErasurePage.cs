using RolloutPortal.Web.Features.Employees.OnePerson;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Employees.Erasing;

/// <summary>The question before somebody is erased.</summary>
/// <param name="Mentions">Texts that hold the name, as far as its reader reaches.</param>
/// <param name="TakesSameAddress">The account that has the address, and is linked to nobody, is in the reader's hands.</param>
public sealed record ErasurePage(EmployeePage Person, ErasureForm Form, int Mentions, bool TakesSameAddress);

/// <param name="Confirmed">It was ticked that nothing hinders it.</param>
public sealed record ErasureForm(bool Confirmed);

/// <summary>Everybody who could be erased.</summary>
public sealed record ErasablePage(IReadOnlyList<ErasableEmployee> All, ListRequest List)
{
    public Pager Pager => new(List, All.Count);

    public IEnumerable<ErasableEmployee> Shown => All.Skip((Pager.Page - 1) * ListRequest.PageSize).Take(ListRequest.PageSize);
}
