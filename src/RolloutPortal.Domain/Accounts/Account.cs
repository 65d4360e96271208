using System.Collections.Immutable;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Accounts;

/// <summary>Somebody who can sign in: their roles, their language, and whether they still may.</summary>
/// <param name="Language">Null until chosen.</param>
/// <remarks>What is already so is nothing to do.</remarks>
public sealed partial record Account(Guid? AccountId, ImmutableList<Grant> Grants, string? Language, bool IsDisabled)
    : IState<Account, AccountEvent>
{
    public static Account Initial { get; } = new(AccountId: null, Grants: [], Language: null, IsDisabled: false);

    /// <summary>How often it was decided what this account may and whose it is; a form that decides it says which of these its user saw.</summary>
    public long Edition { get; private init; }

    public Rights Rights => IsDisabled ? Rights.None : new([.. Grants.Union(Mapped)]);

    /// <summary>Can sign in and decide who may do what, everywhere.</summary>
    public bool IsPortalAdministrator => !IsDisabled && !IsInvited && Grants.Contains(Grant.Everything);

    private Guid Id => AccountId!.Value;

    private Refusal? Missing => AccountId is null ? new Refusal(AccountRefusals.NotFound) : null;

    public Decision<AccountEvent> Open(Guid accountId) =>
        AccountId is null ? new AccountOpened(accountId) : Decision<AccountEvent>.Nothing;

    /// <summary>With its roles and its language at once, or not at all.</summary>
    /// <param name="language">Null until chosen.</param>
    public Decision<AccountEvent> Open(Guid accountId, IEnumerable<Grant> grants, string? language)
    {
        if (AccountId is not null) return Decision<AccountEvent>.Nothing;

        var steps = grants.Select(grant => (Func<Account, Decision<AccountEvent>>)(account => account.GrantRole(grant)))
            .Prepend(account => account.Open(accountId));
        if (language is not null) steps = steps.Append(account => account.ChooseLanguage(language));
        return InOrder(steps);
    }

    public Decision<AccountEvent> GrantRole(Grant grant)
    {
        if (Missing is { } missing) return missing;
        if (grant.Check() is { } unsuitable) return unsuitable;

        return Grants.Contains(grant)
            ? Decision<AccountEvent>.Nothing
            : new RoleGranted(Id, grant.Role, grant.ScopeKind, grant.ScopeId);
    }

    /// <param name="otherAdministrators">Of the whole portal; asked only where this account is one.</param>
    public Decision<AccountEvent> RevokeRole(Grant grant, int otherAdministrators = 0) =>
        Missing is { } missing ? missing
        : !Grants.Contains(grant) ? Decision<AccountEvent>.Nothing
        : grant == Grant.Everything && IsPortalAdministrator && otherAdministrators == 0 ? new Refusal(AccountRefusals.LastAdministrator)
        : new RoleRevoked(Id, grant.Role, grant.ScopeKind, grant.ScopeId);

    public Decision<AccountEvent> ChooseLanguage(string? language) =>
        Missing is { } missing ? missing
        : !Languages.Has(language) ? new Refusal(AccountRefusals.UnknownLanguage)
        : language == Language ? Decision<AccountEvent>.Nothing
        : new LanguageChosen(Id, language!);

    /// <summary>What is decided about what an account may holds for the account that its user saw: else 409, unless it is so already.</summary>
    /// <param name="seen">Its <see cref="Edition"/>; null: whatever it has become.</param>
    public Decision<AccountEvent> IfStill(long? seen, Func<Account, Decision<AccountEvent>> decide)
    {
        var decision = decide(this);
        return decision.Events.Count > 0 && seen is not null && seen != Edition ? new Refusal(CommonRefusals.Stale) : decision;
    }

    public Account Apply(AccountEvent @event) => Folded(@event).Wrote(@event) with { Edition = Edition + (Decides(@event) ? 1 : 0) };

    private static bool Decides(AccountEvent @event) =>
        @event is RoleGranted or RoleRevoked or AccountDisabled or AccountEnabled or EmployeeLinked or EmployeeUnlinked or PersonDescribed;

    private Account Folded(AccountEvent @event) => @event switch
    {
        AccountOpened e => this with { AccountId = e.AccountId },
        // A link is good for the roles that its maker saw: whoever had it would else come into more than they could give.
        RoleGranted e => this with { Grants = Grants.Add(new(e.Role, e.ScopeKind, e.ScopeId)), InvitationId = null, ResetLinkId = null },
        RoleRevoked e => this with { Grants = Grants.Remove(new(e.Role, e.ScopeKind, e.ScopeId)) },
        LanguageChosen e => this with { Language = e.Language },
        AccountDisabled => this with { IsDisabled = true, InvitationId = null, ResetLinkId = null },
        AccountEnabled => this with { IsDisabled = false },
        RoleMapped e => this with { Mapped = Mapped.Add(new(e.Role, e.ScopeKind, e.ScopeId)), InvitationId = null, ResetLinkId = null },
        RoleUnmapped e => this with { Mapped = Mapped.Remove(new(e.Role, e.ScopeKind, e.ScopeId)) },
        _ => FoldedEntry(@event),
    };

    private Decision<AccountEvent> InOrder(IEnumerable<Func<Account, Decision<AccountEvent>>> steps)
    {
        var (account, events) = (this, new List<AccountEvent>());
        foreach (var step in steps)
        {
            var decision = step(account);
            if (decision.Refusal is { } refusal) return refusal;
            events.AddRange(decision.Events);
            account = decision.Events.Aggregate(account, (state, @event) => state.Apply(@event));
        }

        return events.ToArray();
    }
}
