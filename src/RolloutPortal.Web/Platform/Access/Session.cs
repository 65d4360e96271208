using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Platform.Access;

/// <summary>That somebody is signed in: a cookie that holds the account's id and its stamp, and nothing else.</summary>
public sealed class Session(AccountDirectory accounts, TimeProvider machine)
{
    /// <summary>On a phone that stays signed in, counted from the last visit.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string Stamp = "stamp";

    private static readonly TimeSpan AtADesk = TimeSpan.FromHours(12);

    /// <param name="remember">Otherwise it ends with the browser.</param>
    /// <returns>Null, and nobody is signed in, when there is no such account or it is disabled.</returns>
    public async Task<SignedInAccount?> Open(HttpContext http, Guid accountId, bool remember)
    {
        accounts.Forget(accountId);
        if (await accounts.Find(accountId, http.RequestAborted) is not { IsDisabled: false } account) return null;

        Claim[] claims = [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(Stamp, account.Stamp)];
        var who = new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme));
        await http.SignInAsync(Scheme, who, new AuthenticationProperties
        {
            IsPersistent = remember,
            ExpiresUtc = machine.GetUtcNow() + (remember ? Remembered : AtADesk),
        });
        // The rest of this request is theirs: tokens that it hands out must hold for the next one.
        http.User = who;
        return account;
    }

    public static Task Close(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Whether a cookie still is: its account is there, enabled, and has the same stamp.</summary>
    public async Task<bool> IsGood(ClaimsPrincipal who, CancellationToken ct)
    {
        if (Actor.AccountId(who) is not { } id) return false;
        if (await Has(id, who.FindFirstValue(Stamp), ct)) return true;

        // What is remembered of the account may be older than its new password.
        accounts.Forget(id);
        return await Has(id, who.FindFirstValue(Stamp), ct);
    }

    /// <summary>As it was when the session opened; goes on after a change of password with the new stamp.</summary>
    public static async Task<bool> IsRemembered(HttpContext http) =>
        (await http.AuthenticateAsync(Scheme)).Properties?.IsPersistent == true;

    private async Task<bool> Has(Guid id, string? stamp, CancellationToken ct) =>
        await accounts.Find(id, ct) is { IsDisabled: false } account && account.Stamp == stamp;
}
