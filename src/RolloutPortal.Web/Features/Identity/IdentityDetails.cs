using Microsoft.Extensions.Options;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Naming;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Identity;

/// <summary>What a person is called and where mail reaches them: at each sign-in as the provider says.</summary>
public sealed class IdentityDetails(IOptions<IdentityOptions> options, Ledger ledger, AccountDirectory directory)
{
    private const string EmailClaim = "email";

    /// <summary>As accounts write it; null: none that can be used.</summary>
    public string? Email(ProvenIdentity identity) =>
        EmailAddress.Check(identity.Claim(options.Value.EmailClaim), out var email) is null ? email : null;

    /// <summary>The address, where nothing better is said.</summary>
    public string Name(ProvenIdentity identity)
    {
        string?[] said = [identity.Claim(options.Value.NameClaim), $"{identity.Claim("given_name")} {identity.Claim("family_name")}", Email(identity)?.Split('@')[0]];
        return said.Select(typed => Names.Check(typed, out var name) is null ? name : null).FirstOrDefault(name => name is not null) ?? "?";
    }

    /// <summary>That the address is the person's own: the provider says so of this one, or the configuration of all.</summary>
    public bool IsVouchedFor(ProvenIdentity identity) => options.Value.TrustEmail || identity.Claim("email_verified") == "true";

    /// <summary>An address that is not vouched for, or is another account's, changes nothing.</summary>
    public async Task Follow(Guid id, ProvenIdentity identity, CancellationToken ct = default)
    {
        if (await directory.Find(id, ct) is not { } account) return;
        var (name, email) = (Name(identity), IsVouchedFor(identity) ? Email(identity) ?? account.Email : account.Email);
        if (email != account.Email && await Write(account, name, email, ct) is null) return;
        if (name != account.Name) await Write(account, name, account.Email, ct);
    }

    private async Task<Refusal?> Write(SignedInAccount account, string name, string email, CancellationToken ct)
    {
        var with = new Together { SideWrites = [new SideWrite("update account set name = $2, email = $3 where id = $1", account.Id, name, email)] };
        if (email != account.Email)
        {
            var isFree = new Reserve(new Claim(EmailClaim, email, account.Id), new Refusal(AccountRefusals.EmailTaken));
            with = with with { Claims = [isFree], Releases = [new Claim(EmailClaim, account.Email, account.Id)] };
        }

        var refusal = await ledger.Decide<Account, AccountEvent>(account.Id, state => state.Describe(), with, ct);
        directory.Forget(account.Id);
        return refusal;
    }
}
