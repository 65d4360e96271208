using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;

namespace RolloutPortal.Web.Features.Identity.Claims;

/// <summary>A rule as it is typed. Fields are named <c>Form.…</c>, since the page's model holds the form.</summary>
/// <param name="Scope">As <see cref="Accounts.Desk.Granting.Scope.Value"/>.</param>
public sealed record ClaimRuleForm(Guid RuleId, string? ClaimType, string? ClaimValue, Role Role, string? Scope)
{
    public static ClaimRuleForm Empty => new(Guid.CreateVersion7(), "groups", ClaimValue: null, Role.Superuser, Scope: null);

    /// <summary>One that cannot be, when the scope cannot be read: the domain says so beside the field.</summary>
    public Grant Grant => new GrantChoice(Role, Scope).Read() ?? new Grant(Role, ScopeKind.Area, ScopeId: null);
}

/// <summary>Claims as somebody pastes them; never kept.</summary>
public sealed record ClaimTrialForm(string? Claims)
{
    /// <summary>Characters.</summary>
    public const int Longest = 16_000;
}
