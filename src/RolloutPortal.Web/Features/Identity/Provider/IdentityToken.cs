using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace RolloutPortal.Web.Features.Identity.Provider;

/// <summary>Whether a token is the provider's word, to this portal, now (OpenID Connect Core 1.0, 3.1.3.7).</summary>
public sealed class IdentityToken(IdentityProvider provider, IOptions<IdentityOptions> options, TimeProvider machine)
{
    /// <summary>How far the clocks of two machines may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    /// <summary>Signed with a key that only the provider has: never with the client's secret, never with nothing.</summary>
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <param name="nonce">Of the visit that it answers.</param>
    /// <param name="accessToken">That came with it; null: none.</param>
    /// <exception cref="IdentityException">It proves nothing.</exception>
    public async Task<JsonWebToken> OfSignIn(string token, string nonce, string? accessToken, CancellationToken ct = default)
    {
        var read = await Verified(token, ct);
        if (!IsSame(Claim(read, "nonce"), nonce)) throw Untrusted("nonce");
        if (Claim(read, "azp") is { } party ? party != options.Value.ClientId : read.Audiences.Count() > 1) throw Untrusted("azp");
        if (Claim(read, "at_hash") is { } hash && !IsSame(hash, accessToken is null ? null : HalfHash(accessToken, read.Alg))) throw Untrusted("at_hash");
        if (string.IsNullOrEmpty(read.Subject)) throw Untrusted("sub");
        return read;
    }

    /// <summary>Signature, issuer, audience and times. A key that is not known is asked for once: the provider may have changed it.</summary>
    /// <inheritdoc cref="OfSignIn"/>
    public async Task<JsonWebToken> Verified(string token, CancellationToken ct = default)
    {
        var published = await provider.Configuration(ct);
        var result = await handler.ValidateTokenAsync(token, Rules(published));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            result = await handler.ValidateTokenAsync(token, Rules(await provider.After(published, ct)));
        return result.IsValid ? (JsonWebToken)result.SecurityToken : throw Untrusted(result.Exception?.GetType().Name ?? "invalid");
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration published) => new()
    {
        ValidIssuer = published.Issuer,
        ValidAudience = options.Value.ClientId,
        IssuerSigningKeys = published.SigningKeys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        // On machine time, and that of the test.
        LifetimeValidator = (from, until, _, _) => machine.GetUtcNow().UtcDateTime is var now && until > now - Skew && !(from > now + Skew),
    };

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    /// <summary>The left half of the hash that the signature uses.</summary>
    private static string HalfHash(string accessToken, string algorithm)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch { "384" => SHA384.HashData(bytes), "512" => SHA512.HashData(bytes), _ => SHA256.HashData(bytes) };
        return WebEncoders.Base64UrlEncode(hash, 0, hash.Length / 2);
    }

    private static bool IsSame(string? a, string? b) =>
        a is not null && b is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    private static IdentityException Untrusted(string why) => new(IdentityFault.Untrusted, $"id token: {why}");
}
