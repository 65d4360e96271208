using RolloutPortal.Web.Features.Employees.OnePerson;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Employees.Erasing;

/// <summary>The question before somebody is erased.</summary>
/// <param name="Mentions">Texts that hold the name, as far as its reader reaches.</param>
/// <param name="TakesSameAddress">The account that has the address, and is linked to nobody, is in the reader's hands.</param>
public sealed record ErasurePage(EmployeePage Person, ErasureForm Form, int Mentions, bool TakesSameAddress)
{
    /// <summary>Something of it has changed since it was asked: nobody was erased, and the question is asked as it is now.</summary>
    public bool IsStale { get; init; }
}

/// <param name="Confirmed">It was ticked that nothing hinders it.</param>
/// <param name="Seen">What the question told: a <see cref="SeenPerson"/>, or the edition of an account alone.</param>
public sealed record ErasureForm(bool Confirmed, string? Seen);

/// <summary>Everybody who could be erased.</summary>
public sealed record ErasablePage(IReadOnlyList<ErasableEmployee> All, ListRequest List)
{
    public Pager Pager => new(List, All.Count);

    public IEnumerable<ErasableEmployee> Shown => All.Skip((Pager.Page - 1) * ListRequest.PageSize).Take(ListRequest.PageSize);
}
