using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;

namespace RolloutPortal.Web.Features.Accounts.Desk.Inviting;

/// <summary>Whom to invite, to which roles, in which language.</summary>
/// <param name="AccountId">Made with the form of one person, so that it sent twice invites once.</param>
/// <param name="People">Pasted, one on each line; only where several are invited.</param>
/// <param name="EmployeeId">Who the one person is at work; null: nobody chosen.</param>
/// <param name="Links">Of several, those with an employee's address are linked to that employee.</param>
/// <param name="Follows">Roles at a location go along when a linked employee moves.</param>
public sealed record InviteForm(
    Guid AccountId = default, string? Name = null, string? Email = null, string? People = null, IReadOnlyList<GrantChoice>? Grants = null, string? Language = null,
    Guid? EmployeeId = null, bool Links = false, bool Follows = false)
{
    /// <summary>More roles can be given on the account's page.</summary>
    public const int MostGrants = 3;

    public IReadOnlyList<GrantChoice> Chosen => [.. (Grants ?? []).Where(choice => !choice.IsEmpty).Take(MostGrants)];

    public GrantChoice At(int index) => Grants?.ElementAtOrDefault(index) ?? new GrantChoice();
}

/// <summary>The page of invitations.</summary>
/// <param name="Several">Many at once, pasted.</param>
public sealed record InvitePage(InviteForm Form, ScopeMap Scopes, Domain.Accounts.Reach Reach, bool Several)
{
    /// <summary>The account that has the address already, if the viewer reaches it.</summary>
    public AccountLine? Existing { get; init; }

    /// <summary>What was searched for among the employees; null: nothing yet.</summary>
    public string? Q { get; init; }

    /// <summary>Who was found by it.</summary>
    public IReadOnlyList<EmployeeFound> Found { get; init; } = [];

    /// <summary>Who was chosen; null: nobody, or nobody in reach.</summary>
    public EmployeeFound? Employee { get; init; }

    /// <summary>The form with what is known of the employee. A role is for a person to choose; where is proposed when they are at one place.</summary>
    public InviteForm Prefilled => Employee is not { } known ? Form : Form with
    {
        Name = known.Name,
        Email = known.Email,
        Grants = known.LocationIds is [var only] ? [new GrantChoice(Role: null, Scope.ValueOf(Domain.Accounts.ScopeKind.Location, only))] : null,
    };

    public string Address => Several ? "/accounts/invitations/several" : "/accounts/invitations/new";
}

/// <summary>The two selects of a role.</summary>
/// <param name="Prefix">Of their names, with its dot; may be empty.</param>
public sealed record GrantFields(string Prefix, GrantChoice Choice, ScopeMap Scopes, Domain.Accounts.Reach Reach)
{
    /// <summary>What the viewer may give roles for, by rollout and kind; narrow scopes first: the widest is chosen on purpose.</summary>
    public IEnumerable<IGrouping<string, Scope>> Groups
    {
        get
        {
            var reach = Reach;
            return Scopes.All.Where(scope => !scope.IsGone && reach.Gives(scope.Place)).GroupBy(scope => scope.Programme).OrderBy(group => group.Key.Length == 0);
        }
    }
}
