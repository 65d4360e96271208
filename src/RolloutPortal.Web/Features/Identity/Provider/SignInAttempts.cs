using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Identity.Provider;

/// <summary>Visits that have begun: an encrypted cookie each, so that two tabs do not disturb each other. Each comes back once.</summary>
public sealed class SignInAttempts(IDataProtectionProvider keys, NpgsqlDataSource source, TimeProvider machine)
{
    public const string CookiePrefix = "portal.identity.";

    /// <summary>As <see cref="SignInAttempt.Lifetime"/> has it at most.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    /// <summary>Of one browser; more would fill the headers of every request.</summary>
    private const int Most = 5;

    private const string Path = "/sign-in/identity";

    private readonly IDataProtector protector = keys.CreateProtector("RolloutPortal.Identity.Attempt");

    public SignInAttempt Begin(HttpContext http, string? returnUrl, bool inNewTab, Guid? linkTo = null, Guid? linkIn = null)
    {
        var attempt = SignInAttempt.New(machine.GetUtcNow(), returnUrl, inNewTab, linkTo, linkIn);
        foreach (var old in http.Request.Cookies.Keys.Where(name => name.StartsWith(CookiePrefix, StringComparison.Ordinal)).Skip(Most - 1))
            http.Response.Drop(old, Path);
        http.Response.Keep(NameOf(attempt.State), protector.Protect(JsonSerializer.Serialize(attempt)), Longest, Path);
        return attempt;
    }

    /// <exception cref="IdentityException">It was not begun in this browser, too long ago, or has come back already.</exception>
    public async Task<SignInAttempt> Take(HttpContext http, string? state, CancellationToken ct = default)
    {
        if (state is not { Length: > 0 and <= 200 } || Read(http, state) is not { } attempt) throw Expired("no such attempt");
        http.Response.Drop(NameOf(state), Path);
        if (!IsSame(attempt.State, state) || machine.GetUtcNow() - attempt.At > attempt.Lifetime) throw Expired("too late");
        // A cookie can be kept and sent again: that it was used is known to every node.
        if (!await IsFirst(state, ct)) throw Expired("came back before");
        return attempt;
    }

    /// <summary>Whether it was shown before; that it is shown now is not kept.</summary>
    public Task<bool> WasSeen(string secret, CancellationToken ct = default) =>
        source.Scalar<bool>("select exists (select from one_time_link where hash = $1 and purpose = 'identity')", ct, SecretHash.Of(secret));

    /// <summary>Something that may be shown once, and not again before it has run out by itself.</summary>
    /// <param name="secret">Only its hash is kept.</param>
    public async Task<bool> IsFirst(string secret, CancellationToken ct = default)
    {
        var now = machine.GetUtcNow();
        await source.Execute("delete from one_time_link where purpose = 'identity' and expires_at < $1", ct, now);
        return await source.Execute(
            "insert into one_time_link (hash, purpose, expires_at, used_at) values ($1, 'identity', $2, $3) on conflict do nothing",
            ct, SecretHash.Of(secret), now + (2 * Longest), now) == 1;
    }

    private SignInAttempt? Read(HttpContext http, string state)
    {
        try
        {
            return http.Request.Cookies[NameOf(state)] is { } kept ? JsonSerializer.Deserialize<SignInAttempt>(protector.Unprotect(kept)) : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static string NameOf(string state) => CookiePrefix + SecretHash.Of(state)[..16];

    private static bool IsSame(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    private static IdentityException Expired(string why) => new(IdentityFault.Expired, why);
}
