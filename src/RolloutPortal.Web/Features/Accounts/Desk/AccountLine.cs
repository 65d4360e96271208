using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Accounts.Desk;

/// <summary>An account as a list shows it.</summary>
/// <param name="Until">Until when the link of the invitation opens; machine time; null: there is none.</param>
/// <param name="IsErased">Nobody's any more, and closed for good: in nobody's hands.</param>
/// <param name="LastSeen">To the nearest ten minutes, machine time; null: never.</param>
public sealed record AccountLine(
    Guid Id, string Name, string Email, string? Language, AccountState State, DateTimeOffset? Until, DateTimeOffset? LastSeen, DateTimeOffset Created,
    Guid? EmployeeId, bool ScopeFollows, bool IsErased)
{
    /// <summary>In the order of the roles; of what the viewer reaches.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>Roles that the viewer does not reach.</summary>
    public int GrantsElsewhere { get; init; }

    /// <summary>The account as a whole is in the viewer's hands.</summary>
    public bool IsHeld { get; init; }
}
