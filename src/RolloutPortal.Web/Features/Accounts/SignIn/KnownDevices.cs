using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Accounts.SignIn;

/// <summary>Browsers in which somebody has signed in before: a cookie of its own that outlives the session. There, wrong passwords of
/// others count nothing, so that nobody is kept from their account by a colleague or a stranger. It opens nothing by itself.</summary>
public sealed class KnownDevices(NpgsqlDataSource source, TimeProvider machine)
{
    public const string Cookie = "portal.device";

    private const int Bytes = 32;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    /// <summary>What is kept of this browser's cookie; null: it has none.</summary>
    public static string? Of(HttpContext http) =>
        http.Request.Cookies[Cookie] is { Length: > 0 and < 100 } token ? SecretHash.Of(token) : null;

    /// <summary>Whether somebody with this address has signed in in it.</summary>
    public Task<bool> Has(string? device, string email, CancellationToken ct = default) => device is null ? Task.FromResult(false) : source.Scalar<bool>(
        """
        select exists (
            select from account_device d
            join account a on a.id = d.account_id
            where d.hash = $1 and lower(a.email) = $2 and d.trusted_until > $3
        )
        """,
        ct, device, email, machine.GetUtcNow());

    /// <summary>After a right password, or a link. What the browser had is kept where this account knows it, and else replaced: whoever sat
    /// there before, or planted a cookie, would hold what the account trusts.</summary>
    public async Task Remember(HttpContext http, Guid accountId, CancellationToken ct = default)
    {
        var token = http.Request.Cookies[Cookie] is { } shown && Of(http) is { } hash && await Knows(accountId, hash, ct)
            ? shown
            : WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        await source.Execute("delete from account_device where account_id = $1 and trusted_until < $2", ct, accountId, machine.GetUtcNow());
        await source.Execute(
            """
            insert into account_device (hash, account_id, trusted_until) values ($1, $2, $3)
            on conflict (hash, account_id) do update set trusted_until = excluded.trusted_until
            """,
            ct, SecretHash.Of(token), accountId, machine.GetUtcNow() + Lifetime);
        http.Response.Keep(Cookie, token, Lifetime);
    }

    private Task<bool> Knows(Guid accountId, string device, CancellationToken ct) => source.Scalar<bool>(
        "select exists (select from account_device where account_id = $1 and hash = $2 and trusted_until > $3)", ct, accountId, device, machine.GetUtcNow());

    /// <summary>Written with what ends all sessions of an account from outside.</summary>
    public static SideWrite Forget(Guid accountId) => new("delete from account_device where account_id = $1", accountId);
}
