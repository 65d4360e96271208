using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Features.Identity.Provider;

namespace RolloutPortal.Web.Features.Identity;

/// <summary>Sessions that began at the identity provider: signing out of one can end the other.</summary>
public sealed class IdentitySessions(NpgsqlDataSource source, IDataProtectionProvider keys, AccountRegister register)
{
    /// <summary>The token holds the person's claims; it is kept for the way out alone, unreadable, as long as the session.</summary>
    private readonly IDataProtector protector = keys.CreateProtector("RolloutPortal.Identity.Token");

    public Task Keep(Guid session, ProvenIdentity identity, CancellationToken ct = default) => source.Execute(
        "update account_session set identity_token = $2, identity_session = $3 where id = $1",
        ct, session, protector.Protect(identity.IdToken), identity.SessionId);

    /// <returns>Null: it did not begin at the provider.</returns>
    public async Task<string?> TokenOf(Guid session, CancellationToken ct = default)
    {
        var kept = await source.Scalar<string>("select identity_token from account_session where id = $1", ct, session);
        try
        {
            return kept is null ? null : protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public Task EndOne(Guid account, Guid session, CancellationToken ct = default) => register.EndSession(account, session, ct);

    /// <summary>The provider says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0).</summary>
    /// <param name="session">Theirs at the provider; null: all of the subject's.</param>
    public async Task End(string issuer, string? subject, string? session, CancellationToken ct = default)
    {
        var ended = await source.Rows(
            """
            select s.account_id, s.id
            from account_session s
            join account_identity i on i.account_id = s.account_id and i.issuer = $1
            where s.identity_token is not null and (s.identity_session = $3 or ($3 is null and i.subject = $2))
            """, row => (Account: row.GetGuid(0), Session: row.GetGuid(1)), ct, issuer, subject ?? "", Nullable(session));
        foreach (var (account, id) in ended)
            await register.EndSession(account, id, ct);
    }

    private static NpgsqlParameter Nullable(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };
}
