using Microsoft.AspNetCore.CookiePolicy;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>What protects the portal whatever feature answers: keys, limits, cookies, where a request comes from.</summary>
public static class WebSafety
{
    private static readonly TimeSpan OnlyOverHttps = TimeSpan.FromDays(365);

    public static WebApplicationBuilder AddWebSafety(this WebApplicationBuilder builder)
    {
        builder.Services.AddKeys(builder.Configuration).AddRateLimits().AddRequestLimits().AddSingleton<Attempts>().AddSingleton<KnownHosts>().AddSingleton<PolicyReports>();
        builder.Services.AddHsts(options => options.MaxAge = OnlyOverHttps);
        builder.Services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-Antiforgery-Token";
            options.Cookie.Name = "portal.antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        // Not each cookie by itself: one that is forgotten would be the one that travels in the open.
        builder.Services.Configure<CookiePolicyOptions>(options =>
        {
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
            options.Secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        return builder;
    }

    /// <summary>First of all: what comes after must know the client's address and whether it came over https.</summary>
    public static WebApplication UseWebSafety(this WebApplication app)
    {
        if (TrustedProxies.Read(app.Configuration.GetSection("Portal").Get<PortalOptions>()?.TrustedProxies) is { } proxies)
            app.UseForwardedHeaders(proxies);
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseCookiePolicy();
        return app;
    }
}
