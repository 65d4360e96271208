using Microsoft.Extensions.Options;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Guarding;
using RolloutPortal.Domain.Naming;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Features.Identity.Linking;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Identity.Provider;

/// <summary>What a person is called and where mail reaches them: where the provider is the only way in, at each sign-in as it says.</summary>
/// <remarks>No form brings it, so the guard of forms does not see it: a name that may be somebody's number is not taken, for nobody can be
/// asked about it, and no address that certainly is one.</remarks>
public sealed class IdentityDetails(IOptions<IdentityOptions> options, AccountRegister register, AccountDirectory directory, IdentityLinks links, Clock clock)
{
    /// <summary>As accounts write it; null: none that can be used.</summary>
    public string? Email(ProvenIdentity identity) =>
        EmailAddress.Check(identity.Claim(options.Value.EmailClaim), out var email) is null && Number(email) is not { IsCertain: true } ? email : null;

    /// <summary>The address, where nothing better is said.</summary>
    public string Name(ProvenIdentity identity)
    {
        string?[] said = [identity.Claim(options.Value.NameClaim), $"{identity.Claim("given_name")} {identity.Claim("family_name")}", Email(identity)?.Split('@')[0]];
        return said.Select(typed => Names.Check(typed, out var name) is null && Number(name) is null ? name : null).FirstOrDefault(name => name is not null) ?? "?";
    }

    private PersonNumberFinding? Number(string text) => PersonNumbers.Worst(text, clock.Today(Zones.Default));

    /// <summary>That the address is the person's own: the provider says so of this one, or the configuration of all.</summary>
    public bool IsVouchedFor(ProvenIdentity identity) => options.Value.TrustEmail || identity.Claim("email_verified") == "true";

    /// <summary>An address that is not vouched for, or is another account's, changes nothing. Nor does anything of an account with a
    /// password: name and address are what its owner signs in with, and are the account's own.</summary>
    public async Task Follow(Guid id, ProvenIdentity identity, CancellationToken ct = default)
    {
        if (await directory.Find(id, ct) is not { } account || await links.Of(id, ct) is not { HasPassword: false }) return;
        var (name, email) = (Name(identity), IsVouchedFor(identity) ? Email(identity) ?? account.Email : account.Email);
        if (await register.Describe(id, name, email, ct: ct) is null || email == account.Email) return;
        await register.Describe(id, name, account.Email, ct: ct);
    }
}
