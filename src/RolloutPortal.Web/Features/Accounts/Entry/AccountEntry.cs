using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Accounts.SignIn;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts.Entry;

/// <summary>How people come into accounts without a password: by links that administrators make and hand over.</summary>
/// <remarks>That a link opens once is decided in the account's stream: of two who come with it at the same moment one is refused.</remarks>
public sealed class AccountEntry(
    NpgsqlDataSource source, OneTimeLinks links, AccountRegister register, AccountDecisions accounts, Ledger ledger, Passwords passwords)
{
    /// <summary>A new account for each, and its link; all of them, or none.</summary>
    /// <param name="people">Each with its language, and at least one role.</param>
    /// <returns>No links when it was refused.</returns>
    public async Task<(Refusal? Refusal, IReadOnlyList<NewLink> Links)> Invite(IReadOnlyList<NewAccount> people, CancellationToken ct = default)
    {
        var decisions = new List<(Guid, Func<Account, Decision<AccountEvent>>)>();
        var (made, with) = (new List<NewLink>(), new Together());
        foreach (var person in people)
        {
            var (refusal, written) = await register.Opening(person, with, ct);
            if (refusal is not null) return (refusal, []);
            var link = links.For(EntryKind.Invitation.Purpose, person.AccountId, EntryKind.Invitation.Lifetime);
            with = written with { SideWrites = [.. written.SideWrites, .. link.Writes] };
            if (person.EmployeeId is { } employee) with = EmployeeLinks.Linking(person.AccountId, employee, with);
            decisions.Add((person.AccountId, account => account.Invite(
                person.AccountId, person.Grants, person.Language!, link.Id, person.EmployeeId, person.ScopeFollows)));
            made.Add(link);
        }

        return await ledger.DecideAll(decisions, with, ct) is { } no ? (no, []) : (null, made);
    }

    /// <summary>Another link, in place of the one before.</summary>
    public async Task<(Refusal? Refusal, NewLink Link)> Issue(EntryKind kind, Guid accountId, CancellationToken ct = default)
    {
        var link = links.For(kind.Purpose, accountId, kind.Lifetime);
        var refusal = await accounts.Change(
            accountId, account => kind == EntryKind.Invitation ? account.InviteAgain(link.Id) : account.IssueResetLink(link.Id),
            new Together { SideWrites = link.Writes }, ct);
        return (refusal, link);
    }

    public Task<Refusal?> Revoke(EntryKind kind, Guid accountId, CancellationToken ct = default) =>
        accounts.Change(accountId, account => kind == EntryKind.Invitation ? account.RevokeInvitation() : account.RevokeResetLink(), with: null, ct);

    /// <summary>Who comes with a link, and whether it opens.</summary>
    public async Task<EntryVisit> Visit(EntryKind kind, string token, CancellationToken ct = default)
    {
        if (await links.Find(kind.Purpose, token, ct) is not { } link) return EntryVisit.Unknown(kind);
        var people = await source.Rows(
            "select name, email from account where id = $1", row => (Name: row.GetString(0), Email: row.GetString(1)), ct, link.AccountId);
        if (people is not [var who]) return EntryVisit.Unknown(kind);
        var account = (await ledger.Load<Account, AccountEvent>(link.AccountId, ct)).State;
        return new EntryVisit(kind, StateOf(kind, link, account), link.Id, link.AccountId, who.Name, who.Email);
    }

    /// <summary>The password is chosen, the link is spent, and every session that there may have been has ended.</summary>
    /// <param name="visit">A good one, a moment ago.</param>
    public async Task<Refusal?> ComeIn(EntryVisit visit, string token, string password, string language, CancellationToken ct = default)
    {
        if (PasswordRule.Check(password, visit.Email, visit.Name) is { } weak) return weak;
        SideWrite[] writes =
        [
            AccountRegister.NewPassword(visit.AccountId, await passwords.Hash(password, ct)),
            new("delete from account_session where account_id = $1", visit.AccountId),
            KnownDevices.Forget(visit.AccountId),
            links.Use(token),
        ];
        return await accounts.Change(
            visit.AccountId,
            account => visit.Kind == EntryKind.Invitation ? account.AcceptInvitation(visit.LinkId, language) : account.ResetPassword(visit.LinkId),
            new Together { SideWrites = writes }, ct);
    }

    private static EntryState StateOf(EntryKind kind, KnownLink link, Account account) =>
        link.IsUsed ? EntryState.Used
        : account.IsDisabled ? EntryState.Closed
        : link.HasRunOut ? EntryState.RunOut
        : (kind == EntryKind.Invitation ? account.InvitationId : account.ResetLinkId) != link.Id ? EntryState.Replaced
        : EntryState.Good;
}
