using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>Links that open something once and for a while; only their hashes are kept. On machine time.</summary>
public sealed class OneTimeLinks(NpgsqlDataSource source, TimeProvider machine)
{
    private const int Bytes = 32;

    /// <returns>The secret part of the link, for an address; it is shown once and cannot be found again.</returns>
    public async Task<string> Create(string purpose, TimeSpan lifetime, CancellationToken ct = default)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        await source.Execute("delete from one_time_link where expires_at < $1", ct, machine.GetUtcNow());
        await source.Execute(
            "insert into one_time_link (hash, purpose, expires_at) values ($1, $2, $3)", ct, Hash(token), purpose, machine.GetUtcNow() + lifetime);
        return token;
    }

    public Task<bool> IsGood(string purpose, string token, CancellationToken ct = default) => source.Scalar<bool>(
        "select exists (select from one_time_link where hash = $1 and purpose = $2 and used_at is null and expires_at > $3)",
        ct, Hash(token), purpose, machine.GetUtcNow());

    /// <summary>Written with what the link was for. Whether somebody else was faster must be decided there.</summary>
    public SideWrite Use(string token) =>
        new("update one_time_link set used_at = $2 where hash = $1 and used_at is null", Hash(token), machine.GetUtcNow());

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
