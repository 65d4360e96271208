using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Features.Identity.Linking;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Identity;

/// <summary>Whose account a proven identity is, and what becomes of it at each sign-in (docs/domain.md, Accounts).</summary>
public sealed class IdentityAccounts(
    NpgsqlDataSource source, Ledger ledger, AccountRegister register, AccountDirectory directory, IdentityLinks links, IdentityDetails details, Clock clock)
{
    /// <summary>The account with the rights that the claims give today: known by its identity, or invited under its address, or new.</summary>
    /// <exception cref="IdentityException">There is none, or it is disabled.</exception>
    public async Task<Guid> Enter(ProvenIdentity identity, CancellationToken ct = default)
    {
        var mapped = await Mapped(identity, ct);
        var id = await Find(identity, ct) ?? await Invited(identity, mapped, ct) ?? await Open(identity, mapped, ct);
        await Follow(id, account => account.FollowClaims(mapped), ct);
        await details.Follow(id, identity, ct);
        if ((await Known(id, ct)).Rights.Grants.Count == 0) throw Stop(IdentityFault.NoRole, id: id);
        return id;
    }

    /// <summary>By somebody who is signed in, has just given their password, and was at the provider too. The account keeps its name and
    /// its address: it is signed in with them.</summary>
    /// <inheritdoc cref="Enter"/>
    public async Task Link(Guid accountId, ProvenIdentity identity, CancellationToken ct = default)
    {
        if (await Find(identity, ct) is { } owner && owner != accountId) throw Stop(IdentityFault.LinkedElsewhere);
        if (await links.SubjectOf(accountId, identity.Issuer, ct) is { } other && other != identity.Subject) throw Stop(IdentityFault.LinkedElsewhere);
        await Bind(accountId, identity, await Mapped(identity, ct), onlyIfInvited: false, ct);
    }

    public async Task<bool> IsStill(Guid accountId, ProvenIdentity identity, CancellationToken ct = default) => await Find(identity, ct) == accountId;

    private async Task<IReadOnlyList<Grant>> Mapped(ProvenIdentity identity, CancellationToken ct) =>
        (await ledger.Load<ClaimRules, ClaimRuleEvent>(ClaimRules.StreamId, ct)).State.GrantsOf(identity.Claims);

    private Task<Guid?> Find(ProvenIdentity identity, CancellationToken ct) =>
        source.Scalar<Guid?>("select account_id from account_identity where issuer = $1 and subject = $2", ct, identity.Issuer, identity.Subject);

    /// <summary>Only an account that waits for its owner, and only by an address that the provider vouches for: whoever has signed in with a
    /// password once links the two themselves. Otherwise a colleague's address at the provider would be a key to their account here.</summary>
    private async Task<Guid?> Invited(ProvenIdentity identity, IReadOnlyList<Grant> mapped, CancellationToken ct)
    {
        if (details.Email(identity) is not { } email) throw Stop(IdentityFault.NoAddress);
        var found = await source.Rows(
            """
            select a.id, r.invited and a.password_hash is null and not exists (select from account_identity i where i.account_id = a.id)
            from account a
            join account_row r on r.account_id = a.id
            where lower(a.email) = lower($1)
            """, row => (Id: row.GetGuid(0), Waits: row.GetBoolean(1)), ct, email);
        if (found is not [var account]) return null;
        // In another tab, at the same moment: whoever has the address is the one who is signing in.
        if (!account.Waits && await Find(identity, ct) is { } first) return first;
        if (!account.Waits || !details.IsVouchedFor(identity)) throw Stop(IdentityFault.AddressTaken);
        await Bind(account.Id, identity, mapped, onlyIfInvited: true, ct);
        return account.Id;
    }

    private async Task<Guid> Open(ProvenIdentity identity, IReadOnlyList<Grant> mapped, CancellationToken ct)
    {
        if (mapped.Count == 0) throw Stop(IdentityFault.NoRole);
        var id = Guid.CreateVersion7();
        var account = new NewAccount(id, details.Name(identity), details.Email(identity)!, Password: null, []);
        return await register.Open(account, Identity(id, identity), ct) switch
        {
            null => id,
            // In another tab, at the same moment.
            { Key: AccountRefusals.IdentityTaken or AccountRefusals.EmailTaken } when await Find(identity, ct) is { } first => first,
            { Key: AccountRefusals.EmailTaken } => throw Stop(IdentityFault.AddressTaken),
            var refusal => throw Stop(IdentityFault.NoAddress, refusal.Key),
        };
    }

    /// <param name="onlyIfInvited">Asked again where it is written: whoever has just taken the invitation with a password keeps their account.</param>
    private async Task Bind(Guid id, ProvenIdentity identity, IReadOnlyList<Grant> mapped, bool onlyIfInvited, CancellationToken ct)
    {
        if (await Find(identity, ct) == id) return;
        var with = Identity(id, identity);
        // The link of the invitation has done its work, by another way.
        var invitation = new SideWrite("delete from one_time_link where account_id = $1", id);
        await Follow(id, account => account.LinkIdentity(mapped, onlyIfInvited), ct, with with { SideWrites = [.. with.SideWrites, invitation] });
    }

    /// <summary>An identity belongs to one account, whoever comes first.</summary>
    private Together Identity(Guid id, ProvenIdentity identity) => new()
    {
        Claims = [new Reserve(IdentityLinks.Claim(identity.Issuer, identity.Subject, id), new Refusal(AccountRefusals.IdentityTaken))],
        SideWrites =
        [
            new SideWrite(
                "insert into account_identity (issuer, subject, account_id, linked_at) values ($1, $2, $3, $4)",
                identity.Issuer, identity.Subject, id, clock.Now),
        ],
    };

    private async Task Follow(Guid id, Func<Account, Decision<AccountEvent>> decide, CancellationToken ct, Together? with = null)
    {
        if ((await Known(id, ct)).IsDisabled) throw Stop(IdentityFault.Disabled, id: id);
        var refusal = await ledger.Decide(id, decide, with, ct);
        directory.Forget(id);
        if (refusal is null) return;
        throw Stop(refusal.Key switch
        {
            AccountRefusals.Disabled => IdentityFault.Disabled,
            AccountRefusals.IdentityTaken => IdentityFault.LinkedElsewhere,
            AccountRefusals.InUse => IdentityFault.AddressTaken,
            _ => IdentityFault.NoRole,
        }, refusal.Key);
    }

    private async Task<SignedInAccount> Known(Guid id, CancellationToken ct)
    {
        directory.Forget(id);
        return await directory.Find(id, ct) ?? throw Stop(IdentityFault.NoRole, "the account is gone");
    }

    private static IdentityException Stop(IdentityFault fault, string why = "by the rules of accounts", Guid? id = null) => new(fault, why) { Account = id };
}
