using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>Links that open something once and for a while; only their hashes are kept. On machine time.</summary>
public sealed class OneTimeLinks(NpgsqlDataSource source, TimeProvider machine)
{
    private const int Bytes = 32;

    /// <summary>So long whoever comes with an old link is told why it no longer holds.</summary>
    private const string Remembered = "interval '90 days'";

    /// <returns>The secret part of the link, for an address; it is shown once and cannot be found again.</returns>
    public async Task<string> Create(string purpose, TimeSpan lifetime, CancellationToken ct = default)
    {
        var (token, _, _, writes) = For(purpose, accountId: null, lifetime);
        foreach (var write in writes)
            await source.Execute(write.Sql, ct, write.Values);
        return token;
    }

    /// <summary>One to be stored with the event that says that it was made.</summary>
    /// <param name="accountId">Whose; null: nobody has an account yet.</param>
    public NewLink For(string purpose, Guid? accountId, TimeSpan lifetime)
    {
        var (token, id, now) = (WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes)), Guid.CreateVersion7(), machine.GetUtcNow());
        return new NewLink(token, id, now + lifetime,
        [
            new($"delete from one_time_link where expires_at < $1::timestamptz - {Remembered}", now),
            new("insert into one_time_link (hash, purpose, account_id, expires_at, id) values ($1, $2, $3, $4, $5)",
                SecretHash.Of(token), purpose, accountId ?? (object)DBNull.Value, now + lifetime, id),
        ]);
    }

    /// <summary>What is known of a link, whether or not it still holds; null: there is none, or none of the last months.</summary>
    public async Task<KnownLink?> Find(string purpose, string token, CancellationToken ct = default)
    {
        var rows = await source.Rows(
            "select id, account_id, used_at is not null, expires_at <= $3 from one_time_link where hash = $1 and purpose = $2 and account_id is not null",
            row => new KnownLink(row.GetGuid(0), row.GetGuid(1), row.GetBoolean(2), row.GetBoolean(3)), ct, SecretHash.Of(token), purpose, machine.GetUtcNow());
        return rows.FirstOrDefault();
    }

    public Task<bool> IsGood(string purpose, string token, CancellationToken ct = default) => source.Scalar<bool>(
        "select exists (select from one_time_link where hash = $1 and purpose = $2 and used_at is null and expires_at > $3)",
        ct, SecretHash.Of(token), purpose, machine.GetUtcNow());

    /// <summary>Written with what the link was for. Whether somebody else was faster must be decided there.</summary>
    public SideWrite Use(string token) =>
        new("update one_time_link set used_at = $2 where hash = $1 and used_at is null", SecretHash.Of(token), machine.GetUtcNow());
}

/// <param name="Token">The secret part, shown once.</param>
/// <param name="Id">What the log calls it.</param>
/// <param name="Until">Machine time.</param>
public sealed record NewLink(string Token, Guid Id, DateTimeOffset Until, IReadOnlyList<SideWrite> Writes);

/// <summary>A link that somebody came with.</summary>
public sealed record KnownLink(Guid Id, Guid AccountId, bool IsUsed, bool HasRunOut);
