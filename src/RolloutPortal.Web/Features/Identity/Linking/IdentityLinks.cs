using Npgsql;
using RolloutPortal.Domain;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Identity.Linking;

/// <summary>Which accounts somebody comes into by the identity provider, and how that ends.</summary>
public sealed class IdentityLinks(NpgsqlDataSource source, AccountDecisions accounts)
{
    private const string Kind = "identity";

    /// <param name="IsLinked">Whoever is somebody at the provider comes in.</param>
    /// <param name="HasPassword">Its owner has another way in, and can prove to be the owner.</param>
    public sealed record Standing(bool IsLinked, bool HasPassword);

    /// <summary>That an identity belongs to one account.</summary>
    public static Claim Claim(string issuer, string subject, Guid accountId) => new(Kind, $"{issuer} {subject}", accountId);

    /// <returns>Null: there is no such account.</returns>
    public async Task<Standing?> Of(Guid accountId, CancellationToken ct = default) => (await source.Rows(
        "select exists (select from account_identity i where i.account_id = a.id), a.password_hash is not null from account a where a.id = $1",
        row => new Standing(row.GetBoolean(0), row.GetBoolean(1)), ct, accountId)).FirstOrDefault();

    /// <returns>The subject; null: the account has none at this provider.</returns>
    public Task<string?> SubjectOf(Guid accountId, string issuer, CancellationToken ct = default) =>
        source.Scalar<string>("select subject from account_identity where account_id = $1 and issuer = $2", ct, accountId, issuer);

    /// <summary>Nobody comes in by the provider any more, and whoever did is out: in one transaction. What is not linked stays so.</summary>
    public async Task<Refusal?> Unlink(Guid accountId, CancellationToken ct = default)
    {
        var linked = await source.Rows(
            "select issuer, subject from account_identity where account_id = $1", row => Claim(row.GetString(0), row.GetString(1), accountId), ct, accountId);
        if (linked.Count == 0) return null;
        var sessions = await source.Rows("select id from account_session where account_id = $1 and identity_token is not null", row => row.GetGuid(0), ct, accountId);
        return await accounts.Change(
            accountId, account => account.UnlinkIdentity(sessions),
            new Together
            {
                Releases = linked,
                SideWrites =
                [
                    new SideWrite("delete from account_identity where account_id = $1", accountId),
                    new SideWrite("delete from account_session where account_id = $1 and identity_token is not null", accountId),
                ],
            },
            ct);
    }
}
