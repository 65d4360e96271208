using System.Security.Cryptography;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Naming;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>Opens and changes accounts: ids and values go into the log; name, address and password into a row beside it.</summary>
public sealed class AccountRegister(Ledger ledger, AccountDecisions accounts, Passwords passwords, AccountDirectory directory, Clock clock)
{
    private const string EmailClaim = "email";

    /// <summary>The same account opened again changes nothing.</summary>
    /// <param name="with">What else is written with it, or not at all.</param>
    public async Task<Refusal?> Open(NewAccount account, Together? with = null, CancellationToken ct = default)
    {
        var (refusal, together) = await Opening(account, with ?? new Together(), ct);
        return refusal ?? await ledger.Decide<Account, AccountEvent>(
            account.AccountId, state => state.Open(account.AccountId, account.Grants, account.Language), together, ct);
    }

    /// <summary>What is written with the event that opens an account: its row, and that nobody else has the address.</summary>
    /// <param name="with">What is written besides.</param>
    public async Task<(Refusal? Refusal, Together With)> Opening(NewAccount account, Together with, CancellationToken ct = default)
    {
        if (Names.Check(account.Name, out var name) is { } unsuitable) return (unsuitable, with);
        if (EmailAddress.Check(account.Email, out var email) is { } noAddress) return (noAddress, with);
        if (account.Password is { } chosen && PasswordRule.Check(chosen, email, name) is { } weak) return (weak, with);

        var isFree = new Reserve(new Claim(EmailClaim, email, account.AccountId), new Refusal(AccountRefusals.EmailTaken));
        Guid[] at = [.. account.Grants.Where(grant => grant.ScopeKind is ScopeKind.Location).Select(grant => grant.ScopeId!.Value)];
        var row = await Row(account, name, email, ct);
        return (null, with with
        {
            Claims = [.. with.Claims, isFree],
            Demands = [.. with.Demands, LocationDemand.Standing(at)],
            SideWrites = [.. with.SideWrites, row],
        });
    }

    /// <summary>What a person is called, and the address with which they sign in. With another address open links end.</summary>
    /// <param name="seen">The account's edition that the form's user saw; null: whatever it has become.</param>
    public async Task<Refusal?> Describe(Guid accountId, string? typedName, string? typedEmail, long? seen = null, CancellationToken ct = default)
    {
        if (Names.Check(typedName, out var name) is { } unsuitable) return unsuitable;
        if (EmailAddress.Check(typedEmail, out var email) is { } noAddress) return noAddress;

        // The edition first: whoever writes another address after it was read makes this one stale, and nothing wrong is released.
        var edition = (await ledger.Load<Account, AccountEvent>(accountId, ct)).State.Edition;
        directory.Forget(accountId);
        if (await directory.Find(accountId, ct) is not { } known) return new Refusal(AccountRefusals.NotFound);
        if ((name, email) == (known.Name, known.Email)) return null;

        var isNewAddress = email != known.Email;
        var with = new Together { SideWrites = [new SideWrite("update account set name = $2, email = $3 where id = $1", accountId, name, email)] };
        if (isNewAddress)
        {
            var isFree = new Reserve(new Claim(EmailClaim, email, accountId), new Refusal(AccountRefusals.EmailTaken));
            with = with with { Claims = [isFree], Releases = [new Claim(EmailClaim, known.Email, accountId)] };
        }

        return await accounts.Change(accountId, account => account.IfStill(seen ?? edition, a => a.Describe(isNewAddress)), with, ct);
    }

    /// <summary>Every session of the account ends; whoever changed it opens a new one.</summary>
    public async Task<Refusal?> ChangePassword(Guid accountId, string email, string name, string current, string password, CancellationToken ct = default)
    {
        if (password == current) return new Refusal(AccountRefusals.PasswordUnchanged);
        if (PasswordRule.Check(password, email, name) is { } weak) return weak;

        var row = NewPassword(accountId, await passwords.Hash(password, ct));
        var sessions = new SideWrite("delete from account_session where account_id = $1", accountId);
        return await accounts.Change(accountId, account => account.ChangePassword(), new Together { SideWrites = [row, sessions] }, ct);
    }

    /// <summary>Every cookie of the account is worth nothing from then on, and wrong guesses are forgotten.</summary>
    public static SideWrite NewPassword(Guid accountId, string hash) => new(
        "update account set password_hash = $2, stamp = $3, failures = 0, locked_until = null where id = $1", accountId, hash, NewStamp());

    /// <summary>One device signs out, the others stay.</summary>
    public Task<Refusal?> EndSession(Guid accountId, Guid sessionId, CancellationToken ct = default) => accounts.Change(
        accountId, account => account.EndSession(sessionId),
        new Together { SideWrites = [new SideWrite("delete from account_session where id = $2 and account_id = $1", accountId, sessionId)] }, ct);

    /// <summary>Every device signs out, or every other.</summary>
    /// <param name="kept">The session that goes on; null: none.</param>
    public Task<Refusal?> EndSessions(Guid accountId, Guid? kept, CancellationToken ct = default) => accounts.Change(
        accountId, account => account.EndSessions(kept),
        new Together { SideWrites = [new SideWrite("delete from account_session where account_id = $1 and id <> $2", accountId, kept ?? Guid.Empty)] }, ct);

    /// <summary>Wrong passwords are forgotten: the next right one opens, also before the five minutes are over.</summary>
    public Task<Refusal?> Unlock(Guid accountId, CancellationToken ct = default) => accounts.Change(
        accountId, account => account.Unlock(),
        new Together { SideWrites = [new SideWrite("update account set failures = 0, locked_until = null where id = $1", accountId)] }, ct);

    public Task<Refusal?> ChooseLanguage(Guid accountId, string? language, CancellationToken ct = default) =>
        accounts.Change(accountId, account => account.ChooseLanguage(language), with: null, ct);

    private async Task<SideWrite> Row(NewAccount account, string name, string email, CancellationToken ct) => new(
        "insert into account (id, email, name, password_hash, language, stamp, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        account.AccountId, email, name, account.Password is { } password ? await passwords.Hash(password, ct) : DBNull.Value,
        account.Language ?? (object)DBNull.Value, NewStamp(), clock.Now);

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
