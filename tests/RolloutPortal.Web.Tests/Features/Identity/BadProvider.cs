using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RolloutPortal.Web.Tests.Features.Identity;

/// <summary>A provider that does what no real one would: its token is whatever a test makes of it.</summary>
public sealed class BadProvider : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RSA rsa = RSA.Create(2048);

    public BadProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer ?? Authority,
            authorization_endpoint = $"{Authority}/authorize",
            token_endpoint = $"{Authority}/token",
            jwks_uri = $"{Authority}/keys",
        }));
        app.MapGet("/keys", () =>
        {
            KeysAsked++;
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = "one" });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, kid = key.Kid, n = key.N, e = key.E, use = "sig", alg = "RS256" } } });
        });
        app.MapPost("/token", (HttpRequest request) => Token is { } token
            ? Results.Json(new { access_token = AccessToken, token_type = "Bearer", id_token = token })
            : Results.Json(new { error = "server_error" }, statusCode: 500));
    }

    public const string AccessToken = "an access token";

    public string Authority { get; private set; } = "";

    /// <summary>What discovery says; null: the truth.</summary>
    public string? Issuer { get; set; }

    /// <summary>Null: the endpoint fails.</summary>
    public string? Token { get; set; }

    public int KeysAsked { get; private set; }

    /// <summary>Of its tokens.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    public (string Name, string Value)[] Settings =>
        [("Portal:Oidc:Authority", Authority), ("Portal:Oidc:ClientId", "portal"), ("Portal:Oidc:ClientSecret", "x"), ("Portal:Oidc:TrustEmail", "true")];

    public async Task Start()
    {
        await app.StartAsync();
        Authority = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>As it should be, for whoever comes with this nonce.</summary>
    public Dictionary<string, object> Claims(string? nonce) => new()
    {
        ["iss"] = Authority,
        ["aud"] = "portal",
        ["sub"] = "anna",
        ["name"] = "Anna",
        ["email"] = "anna@kommune.dk",
        ["groups"] = new[] { "managers" },
        ["iat"] = Seconds(0),
        ["exp"] = Seconds(300),
        ["nonce"] = nonce ?? "",
        ["at_hash"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(AccessToken)), 0, 16),
    };

    /// <summary>Whole seconds since 1970, so many from now.</summary>
    public long Seconds(int from) => Time.GetUtcNow().AddSeconds(from).ToUnixTimeSeconds();

    /// <param name="key">Null: the published one.</param>
    public string Sign(Dictionary<string, object> claims, SigningCredentials? key = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = key ?? Key("one", rsa) });

    public static SigningCredentials Key(string id, RSA rsa) => new(new RsaSecurityKey(rsa) { KeyId = id }, SecurityAlgorithms.RsaSha256);

    public static string WithoutSignature(Dictionary<string, object> claims) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor { Claims = claims });

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        rsa.Dispose();
    }
}
