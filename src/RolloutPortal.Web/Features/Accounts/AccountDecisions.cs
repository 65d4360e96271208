using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>Decides what accounts may: their roles, and whether they are open at all. Who may decide so is asked before.</summary>
public sealed class AccountDecisions(Ledger ledger, ReadTables read, Texts texts, AccountDirectory directory)
{
    /// <param name="seen">The account's edition that the form's user saw; null: whatever it has become.</param>
    public Task<Refusal?> GrantRole(Guid accountId, Grant grant, long? seen = null, CancellationToken ct = default)
    {
        var there = grant is { ScopeKind: ScopeKind.Location, ScopeId: { } id } ? new Together { Demands = [LocationDemand.Standing(id)] } : null;
        return Change(accountId, account => account.IfStill(seen, a => a.GrantRole(grant)), there, ct);
    }

    /// <inheritdoc cref="GrantRole"/>
    public Task<Refusal?> RevokeRole(Guid accountId, Grant grant, long? seen = null, CancellationToken ct = default) =>
        Leave(accountId, (account, others) => account.IfStill(seen, a => a.RevokeRole(grant, others)), with: null, ct);

    /// <summary>Pages and open topics are lost within ten seconds (decisions.md 19), links at once.</summary>
    /// <param name="by">Nobody locks themselves out.</param>
    /// <inheritdoc cref="GrantRole"/>
    public Task<Refusal?> Disable(Guid accountId, Guid? by, string? reason, long? seen = null, CancellationToken ct = default)
    {
        var why = texts.Draft(accountId, reason);
        // Nobody is signed in to a closed account; opened again, it is signed in to again.
        var with = Together.With(why) with { SideWrites = [new SideWrite("delete from account_session where account_id = $1", accountId)] };
        return Leave(accountId, (account, others) => account.IfStill(seen, a => a.Disable(by, why?.Id, others)), with, ct);
    }

    /// <inheritdoc cref="GrantRole"/>
    public Task<Refusal?> Enable(Guid accountId, string? reason, long? seen = null, CancellationToken ct = default)
    {
        var why = texts.Draft(accountId, reason);
        return Change(accountId, account => account.IfStill(seen, a => a.Enable(why?.Id)), Together.With(why), ct);
    }

    public async Task<Refusal?> Change(Guid accountId, Func<Account, Decision<AccountEvent>> decide, Together? with, CancellationToken ct)
    {
        var refusal = await ledger.Decide(accountId, decide, with, ct);
        // The log's tail would tell too, but the next page is asked for before it does.
        directory.Forget(accountId);
        return refusal;
    }

    /// <summary>What may take the portal's last administrator away is first decided as if there were no other; only then are the others
    /// counted, and the leaving is appended to the one stream that all leavings share: of two at once, one counts again.</summary>
    private async Task<Refusal?> Leave(Guid accountId, Func<Account, int, Decision<AccountEvent>> decide, Together? with, CancellationToken ct)
    {
        var refusal = await Change(accountId, account => decide(account, 0), with, ct);
        if (refusal?.Key != AccountRefusals.LastAdministrator) return refusal;

        Refusal? decided = null;
        return await Patience.Until(
            async () =>
            {
                // In this order: whoever leaves after the version was read makes the append stale.
                var known = await ledger.Load<Administration, AdministrationEvent>(Administration.Id, ct);
                var others = await OtherAdministrators(accountId, ct);
                var leaving = Administration.Leave(accountId, others);
                if (leaving.Refusal is not null) return (leaving.Refusal, null);
                var together = (with ?? new Together()) with { Also = [ledger.Append(known, leaving.Events)] };
                return (null, async () => decided = await Change(accountId, account => decide(account, others), together, ct));
            },
            no => no is StaleVersionException stale && stale.StreamId == Administration.Id) ?? decided;
    }

    private async Task<int> OtherAdministrators(Guid accountId, CancellationToken ct) => (int)(await read.Query(
        """
        select count(*)
        from grant_row g
        join account_row a on a.account_id = g.account_id
        where g.role = 'Administrator' and g.scope_kind = 'Portal' and not g.mapped and not a.disabled and not a.invited and g.account_id <> $1
        """,
        row => row.GetInt64(0), ct, accountId))[0];
}
