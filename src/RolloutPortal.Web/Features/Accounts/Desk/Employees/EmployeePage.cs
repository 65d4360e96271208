using RolloutPortal.Web.Features.Accounts.Desk.OneAccount;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Accounts.Desk.Employees;

/// <summary>An account and the employee who is to be linked to it.</summary>
/// <param name="Found">By what was typed, or by the account's own address.</param>
/// <param name="Seen">The edition of the account that the form's user saw.</param>
public sealed record EmployeePage(AccountPage Account, string? Q, IReadOnlyList<EmployeeFound> Found, long Seen)
{
    /// <summary>The one who is linked now.</summary>
    public EmployeeFound? Linked { get; init; }

    /// <summary>What others have decided since.</summary>
    public IReadOnlyList<HistoryLine> Since { get; init; } = [];

    public string Address => $"{Account.Address}/employee";

    public string Where(EmployeeFound employee) => Account.Scopes.Where(employee);
}
