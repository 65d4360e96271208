using Microsoft.Extensions.Options;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Features.Identity.Provider;

/// <summary>Section <c>Portal:Oidc</c>: the municipality's identity provider. Without an authority there is none.</summary>
public sealed class IdentityOptions
{
    /// <summary>The issuer's address; <c>/.well-known/openid-configuration</c> stands below it.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Empty: a client that proves itself by PKCE alone.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What stands on the button; default: the authority's host.</summary>
    public string Name { get; set; } = "";

    public string Scopes { get; set; } = "openid profile email";

    public string NameClaim { get; set; } = "name";

    public string EmailClaim { get; set; } = "email";

    /// <summary>Every address that the provider tells is the person's own, also where it does not say <c>email_verified</c>.</summary>
    public bool TrustEmail { get; set; }

    public bool IsConfigured => Authority.Length > 0;

    public string DisplayName => Name.Length > 0 ? Name : new Uri(Authority).Host;

    /// <summary>Only a provider on this very machine may be asked in the open.</summary>
    public bool RequireHttps => !new Uri(Authority).IsLoopback;

    /// <exception cref="PortalConfigurationException">The message names the setting and says what it should be.</exception>
    public static void Check(IConfiguration portal)
    {
        var section = portal.GetSection("Oidc");
        if (section["Authority"] is not { Length: > 0 } authority)
        {
            if (section.GetChildren().Any(child => child.Value is { Length: > 0 }))
                throw new PortalConfigurationException("Portal__Oidc__Authority: it is missing, but other settings of Portal__Oidc are there.");
            return;
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || (address.Scheme != "https" && !(address.Scheme == "http" && address.IsLoopback)))
            throw new PortalConfigurationException($"Portal__Oidc__Authority: '{authority}' is no address. Write it like https://login.aarhus.dk/realms/ansatte; http is for this machine alone.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0 || authority.Contains(".well-known", StringComparison.Ordinal))
            throw new PortalConfigurationException("Portal__Oidc__Authority: the issuer alone, without /.well-known/openid-configuration and without a query.");
        if (section["ClientId"] is not { Length: > 0 })
            throw new PortalConfigurationException("Portal__Oidc__ClientId: it is missing. The identity provider gives it when the portal is registered there.");
        if (section["Scopes"] is { Length: > 0 } scopes && !scopes.Split(' ').Contains("openid"))
            throw new PortalConfigurationException($"Portal__Oidc__Scopes: '{scopes}' lacks openid. Write them like: openid profile email.");
        if (section["TrustEmail"] is { Length: > 0 } trust && !bool.TryParse(trust, out _))
            throw new PortalConfigurationException($"Portal__Oidc__TrustEmail: '{trust}' is neither true nor false.");
    }
}

/// <summary>How views ask whether there is an identity provider.</summary>
public sealed class IdentityOffer(IOptions<IdentityOptions> options)
{
    /// <summary>Null where passwords are the only way.</summary>
    public string? Name => options.Value.IsConfigured ? options.Value.DisplayName : null;
}
