using System.Collections.Immutable;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Accounts;

/// <summary>Somebody who can sign in: their roles, their language, and whether they still may.</summary>
/// <param name="Language">Null until chosen.</param>
/// <remarks>What is already so is nothing to do.</remarks>
public sealed record Account(Guid? AccountId, ImmutableList<Grant> Grants, string? Language, bool IsDisabled)
    : IState<Account, AccountEvent>
{
    public static Account Initial { get; } = new(AccountId: null, Grants: [], Language: null, IsDisabled: false);

    public Rights Rights => IsDisabled ? Rights.None : new(Grants);

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
        var (opened, events) = (this, new List<AccountEvent>());
        foreach (var step in steps)
        {
            var decision = step(opened);
            if (decision.Refusal is { } refusal) return refusal;
            events.AddRange(decision.Events);
            opened = decision.Events.Aggregate(opened, (account, @event) => account.Apply(@event));
        }

        return events.ToArray();
    }

    public Decision<AccountEvent> GrantRole(Grant grant)
    {
        if (Missing is { } missing) return missing;
        if (grant.ScopeKind is ScopeKind.Portal != grant.ScopeId is null) return new Refusal(AccountRefusals.ScopeMissing);
        // An external provider sees its own units and nothing else (scenarios.md §5): no other scope could say which those are.
        if (grant.Role is Role.ExternalProvider != grant.ScopeKind is ScopeKind.Provider)
            return new Refusal(AccountRefusals.ScopeUnsuitable);

        return Grants.Contains(grant)
            ? Decision<AccountEvent>.Nothing
            : new RoleGranted(Id, grant.Role, grant.ScopeKind, grant.ScopeId);
    }

    public Decision<AccountEvent> RevokeRole(Grant grant) =>
        Missing is { } missing ? missing
        : Grants.Contains(grant) ? new RoleRevoked(Id, grant.Role, grant.ScopeKind, grant.ScopeId)
        : Decision<AccountEvent>.Nothing;

    /// <summary>The password itself is the shell's; that it changed is known to all.</summary>
    public Decision<AccountEvent> ChangePassword() =>
        Missing is { } missing ? missing
        : IsDisabled ? new Refusal(AccountRefusals.Disabled)
        : new PasswordChanged(Id);

    /// <summary>Which sessions there are is the shell's; that one has ended is known to all, on every node.</summary>
    public Decision<AccountEvent> EndSession(Guid sessionId) =>
        Missing is { } missing ? missing : new SessionEnded(Id, sessionId);

    public Decision<AccountEvent> ChooseLanguage(string? language) =>
        Missing is { } missing ? missing
        : !Languages.Has(language) ? new Refusal(AccountRefusals.UnknownLanguage)
        : language == Language ? Decision<AccountEvent>.Nothing
        : new LanguageChosen(Id, language!);

    public Decision<AccountEvent> Disable() =>
        Missing is { } missing ? missing
        : IsDisabled ? Decision<AccountEvent>.Nothing
        : new AccountDisabled(Id);

    public Decision<AccountEvent> Enable() =>
        Missing is { } missing ? missing
        : IsDisabled ? new AccountEnabled(Id)
        : Decision<AccountEvent>.Nothing;

    public Account Apply(AccountEvent @event) => @event switch
    {
        AccountOpened e => this with { AccountId = e.AccountId },
        RoleGranted e => this with { Grants = Grants.Add(new(e.Role, e.ScopeKind, e.ScopeId)) },
        RoleRevoked e => this with { Grants = Grants.Remove(new(e.Role, e.ScopeKind, e.ScopeId)) },
        LanguageChosen e => this with { Language = e.Language },
        AccountDisabled => this with { IsDisabled = true },
        AccountEnabled => this with { IsDisabled = false },
        _ => this,
    };
}
