using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using RolloutPortal.Web.Features.Identity.Claims;

namespace RolloutPortal.Web.Features.Identity.Provider;

/// <summary>The code flow: where the browser is sent, and what the portal gets for the code that it brings back.</summary>
public sealed class IdentityFlow(IdentityProvider provider, IdentityToken tokens, IdentityBackchannel http, IOptions<IdentityOptions> options)
{
    /// <param name="callback">The portal's own address for the way back, as it is registered there.</param>
    /// <exception cref="IdentityException">The provider does not answer.</exception>
    public async Task<string> SignInAddress(SignInAttempt attempt, string callback, string language, CancellationToken ct = default)
    {
        var published = await provider.Configuration(ct);
        return QueryHelpers.AddQueryString(published.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = options.Value.ClientId,
            ["redirect_uri"] = callback,
            ["scope"] = options.Value.Scopes,
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
            ["ui_locales"] = language,
        });
    }

    /// <param name="back">Where the provider sends them afterwards; null: nowhere.</param>
    /// <returns>Null: the provider has no page for signing out.</returns>
    public async Task<string?> SignOutAddress(string idToken, string? back, CancellationToken ct = default)
    {
        try
        {
            var published = await provider.Configuration(ct);
            return string.IsNullOrEmpty(published.EndSessionEndpoint) ? null : QueryHelpers.AddQueryString(
                published.EndSessionEndpoint,
                new Dictionary<string, string?> { ["id_token_hint"] = idToken, ["client_id"] = options.Value.ClientId, ["post_logout_redirect_uri"] = back });
        }
        catch (IdentityException)
        {
            // Signing out of the portal does not wait for anybody.
            return null;
        }
    }

    /// <param name="issuer">That the answer names itself (RFC 9207); null: it names none.</param>
    /// <exception cref="IdentityException">The code is not good, or what it gives proves nothing.</exception>
    public async Task<ProvenIdentity> Redeem(SignInAttempt attempt, string code, string? issuer, string callback, CancellationToken ct = default)
    {
        var published = await provider.Configuration(ct);
        if (issuer is not null && issuer != published.Issuer) throw new IdentityException(IdentityFault.Untrusted, "iss of the answer");
        using var answer = await Exchange(published, attempt, code, callback, ct);
        var idToken = Text(answer, "id_token") ?? throw new IdentityException(IdentityFault.Untrusted, "no id token");
        var accessToken = Text(answer, "access_token");
        var token = await tokens.OfSignIn(idToken, attempt.Nonce, accessToken, ct);
        using var payload = JsonDocument.Parse(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token.EncodedPayload)));
        using var more = await UserInfo(published, accessToken, token.Subject, ct);
        return new ProvenIdentity(
            token.Issuer, token.Subject, ClaimReading.Of(payload.RootElement, more?.RootElement), idToken,
            payload.RootElement.TryGetProperty("sid", out var sid) && sid.ValueKind is JsonValueKind.String ? sid.GetString() : null);
    }

    private async Task<JsonDocument> Exchange(OpenIdConnectConfiguration published, SignInAttempt attempt, string code, string callback, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, published.TokenEndpoint);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = callback,
            ["code_verifier"] = attempt.Verifier,
        };
        Authenticate(request, form, published);
        request.Content = new FormUrlEncodedContent(form);
        var (status, body) = await Send(request, "token", ct);
        if (status is < 200 or > 299)
        {
            body.Dispose();
            throw new IdentityException(status >= 500 ? IdentityFault.Away : IdentityFault.Untrusted, $"the code was refused with {status}");
        }

        return body;
    }

    /// <summary>In the header where the provider does not ask for the form (RFC 6749, 2.3.1).</summary>
    private void Authenticate(HttpRequestMessage request, Dictionary<string, string> form, OpenIdConnectConfiguration published)
    {
        var (id, secret) = (options.Value.ClientId, options.Value.ClientSecret);
        var known = published.TokenEndpointAuthMethodsSupported;
        if (secret.Length > 0 && (known.Count == 0 || known.Contains("client_secret_basic")))
        {
            var pair = $"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
            return;
        }

        form["client_id"] = id;
        if (secret.Length > 0) form["client_secret"] = secret;
    }

    /// <summary>Many providers keep names and groups out of the token.</summary>
    private async Task<JsonDocument?> UserInfo(OpenIdConnectConfiguration published, string? accessToken, string subject, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(published.UserInfoEndpoint) || accessToken is null) return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, published.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var (status, body) = await Send(request, "userinfo", ct);
        if (status == 200 && Text(body, "sub") == subject) return body;
        body.Dispose();
        throw new IdentityException(status == 200 ? IdentityFault.Untrusted : IdentityFault.Away, $"userinfo answered {status}");
    }

    private async Task<(int Status, JsonDocument Body)> Send(HttpRequestMessage request, string what, CancellationToken ct)
    {
        try
        {
            using var answer = await http.Client.SendAsync(request, ct);
            return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct)));
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new IdentityException(IdentityFault.Away, $"{what} failed", e);
        }
    }

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString() : null;
}
