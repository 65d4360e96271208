using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>A person who is to have an account.</summary>
/// <param name="Password">Null: nobody can sign in with one until it has been chosen.</param>
/// <param name="Language">Null until chosen.</param>
/// <param name="EmployeeId">Who they are at work; null: not told, or not employed.</param>
/// <param name="ScopeFollows">Roles at the location that the employee leaves are had at the one that they move to.</param>
public sealed record NewAccount(
    Guid AccountId, string Name, string Email, string? Password, IReadOnlyList<Grant> Grants, string? Language = null, Guid? EmployeeId = null,
    bool ScopeFollows = false);
