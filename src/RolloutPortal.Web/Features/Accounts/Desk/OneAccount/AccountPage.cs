using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;
using RolloutPortal.Web.Features.Shared;

namespace RolloutPortal.Web.Features.Accounts.Desk.OneAccount;

/// <summary>One account as an administrator sees it, with what may be done about it.</summary>
/// <param name="IsOneself">It is the viewer's own.</param>
public sealed record AccountPage(AccountLine Line, Account State, ScopeMap Scopes, GrantWords Words, Reach Reach, bool IsOneself)
{
    public required IReadOnlyList<HistoryLine> History { get; init; }

    public required AccountFacts.Found Facts { get; init; }

    /// <summary>Who the person is at work; null: not linked, or erased since.</summary>
    public EmployeeFound? Employee { get; init; }

    /// <summary>Linked to nobody, and this employee has the same address; null: nobody in reach has.</summary>
    public EmployeeFound? SameAddress { get; init; }

    /// <summary>What has just been done, a key of a text; null: nothing.</summary>
    public string? Done { get; init; }

    public Guid Id => Line.Id;

    public string Address => $"/accounts/{Id}";

    public bool MayDisable => Line.IsHeld && !State.IsDisabled && !IsOneself;

    public bool MayEnable => Line.IsHeld && State.IsDisabled;

    public bool MayInvite => Line.IsHeld && !State.IsDisabled && State.IsInvited;

    public bool MayReset => Line.IsHeld && !State.IsDisabled && !State.IsInvited;

    /// <summary>What somebody wrote stands anywhere: for administrators of the whole portal.</summary>
    public bool MayErase => Line.IsHeld && Reach.IsEverywhere && !IsOneself;

    /// <summary>Given by hand, and so taken by hand.</summary>
    public bool MayRemove(Grant grant) => State.Grants.Contains(grant);

    /// <summary>By what the municipality's own sign-in says of the person.</summary>
    public bool IsMapped(Grant grant) => State.Mapped.Contains(grant);

    public string Sentence(Grant grant) => Words.Of(grant, Scopes);

    public string RemovalOf(Grant grant) => $"{Address}/grants/removal?{new GrantChoice(grant.Role, Scope.ValueOf(grant.ScopeKind, grant.ScopeId)).Query}";
}
