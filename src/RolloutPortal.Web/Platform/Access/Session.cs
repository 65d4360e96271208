using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>That somebody is signed in on a device: a cookie that holds the account's id, its stamp and the session's id, and nothing
/// else. A copy of it is worth nothing after the device has signed out: its row is gone.</summary>
public sealed class Session(AccountDirectory accounts, Sightings sightings, NpgsqlDataSource source, TimeProvider machine)
{
    /// <summary>On a phone that stays signed in, counted from the last visit.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string Stamp = "stamp";

    private const string Id = "session";

    /// <summary>Of one account. Nobody has so many devices but the people of a demo, who are everybody's.</summary>
    private const int Most = 500;

    private static readonly TimeSpan AtADesk = TimeSpan.FromHours(12);

    /// <param name="remember">Otherwise it ends with the browser.</param>
    /// <returns>Null, and nobody is signed in, when there is no such account or it is disabled.</returns>
    public async Task<SignedInAccount?> Open(HttpContext http, Guid accountId, bool remember)
    {
        accounts.Forget(accountId);
        if (await accounts.Find(accountId, http.RequestAborted) is not { IsDisabled: false } account) return null;

        var (id, until) = (Guid.CreateVersion7(), machine.GetUtcNow() + (remember ? Remembered : AtADesk));
        await Keep(id, account.Id, until, DeviceName.Of(http.Request.Headers.UserAgent), http.RequestAborted);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(Stamp, account.Stamp), new(Id, id.ToString())];
        var who = new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
        await http.SignInAsync(Scheme, who, new AuthenticationProperties { IsPersistent = remember, ExpiresUtc = until });
        // The rest of this request is theirs: tokens that it hands out must hold for the next one.
        http.User = who;
        return account;
    }

    /// <summary>This browser forgets it; that it has ended everywhere is said by whoever ends it.</summary>
    public static Task Close(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Null when nobody is signed in.</summary>
    public static Guid? IdOf(ClaimsPrincipal? who) => Guid.TryParse(who?.FindFirstValue(Id), out var id) ? id : null;

    /// <summary>Whether a cookie still is: its account is there, enabled, has the same stamp, and this session has not ended.</summary>
    public async Task<bool> IsGood(ClaimsPrincipal who, CancellationToken ct)
    {
        if (Actor.AccountId(who) is not { } account || IdOf(who) is not { } session) return false;
        if (!await Has(account, who.FindFirstValue(Stamp), session, ct))
        {
            // What is remembered of the account may be older than its new password, or than this session.
            accounts.Forget(account);
            if (!await Has(account, who.FindFirstValue(Stamp), session, ct)) return false;
        }

        await sightings.See(session, account, ct);
        return true;
    }

    /// <summary>Whether a cookie that is not good any more is so because its account was closed since.</summary>
    public async Task<bool> IsOfClosed(ClaimsPrincipal who, CancellationToken ct) =>
        Actor.AccountId(who) is { } id && await accounts.Find(id, ct) is { IsDisabled: true } account && account.Stamp == who.FindFirstValue(Stamp);

    /// <summary>Its cookie was renewed, for as long as it was given at first.</summary>
    public Task Prolong(ClaimsPrincipal who, TimeSpan lifetime, CancellationToken ct) => IdOf(who) is { } id
        ? source.Execute("update account_session set expires_at = $2 where id = $1", ct, id, machine.GetUtcNow() + lifetime)
        : Task.CompletedTask;

    /// <summary>As it was when the session opened; goes on after a change of password with the new stamp.</summary>
    public static async Task<bool> IsRemembered(HttpContext http) =>
        (await http.AuthenticateAsync(Scheme)).Properties?.IsPersistent == true;

    /// <summary>What has run out, or is one too many, goes.</summary>
    private async Task Keep(Guid id, Guid account, DateTimeOffset until, string? device, CancellationToken ct)
    {
        await source.Execute(
            """
            delete from account_session
            where account_id = $1
                and (expires_at < $2 or id in (select id from account_session where account_id = $1 order by opened_at desc offset $3))
            """,
            ct, account, machine.GetUtcNow(), Most - 1);
        await source.Execute(
            "insert into account_session (id, account_id, opened_at, expires_at, device) values ($1, $2, $3, $4, $5)",
            ct, id, account, machine.GetUtcNow(), until, device ?? (object)DBNull.Value);
        accounts.Forget(account);
    }

    private async Task<bool> Has(Guid id, string? stamp, Guid session, CancellationToken ct) =>
        await accounts.Find(id, ct) is { IsDisabled: false } account && account.Stamp == stamp && account.Sessions.Contains(session);
}
