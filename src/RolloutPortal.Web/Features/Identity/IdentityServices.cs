using RolloutPortal.Web.Features.Identity.Claims;
using RolloutPortal.Web.Features.Identity.Linking;
using RolloutPortal.Web.Features.Identity.Provider;

namespace RolloutPortal.Web.Features.Identity;

/// <summary>What signing in with the municipality's identity provider is made of.</summary>
public static class IdentityServices
{
    public static IServiceCollection AddIdentityProvider(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<IdentityOptions>(configuration.GetSection("Portal:Oidc"));
        services.AddSingleton<IdentityOffer>().AddSingleton<IdentityBackchannel>().AddSingleton<IdentityProvider>().AddSingleton<IdentityToken>().AddSingleton<IdentityFlow>();
        services.AddSingleton<ClaimRulePages>();
        return services.AddSingleton<SignInAttempts>().AddSingleton<IdentityDetails>().AddSingleton<IdentityLinks>().AddSingleton<IdentityAccounts>().AddSingleton<IdentitySessions>();
    }
}
