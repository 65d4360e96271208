using Microsoft.Extensions.Options;
using RolloutPortal.Web.Features.Errors;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Health;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Platform.Security;
using RolloutPortal.Web.Platform.Seeding;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform;

/// <summary>What is done before the first request, and the order in which a request passes through the portal.</summary>
public static class Startup
{
    private const string Hub = "/live";

    /// <summary>What must be there before the first request: a sound configuration, the database, the decision whether a demo is loaded.</summary>
    public static async Task Open(this WebApplication app)
    {
        ConfigurationCheck.Database(app.Configuration, app.Environment);
        ConfigurationCheck.Files(app.Environment);
        var database = app.Services.GetRequiredService<PortalDatabase>();
        database.Moved += app.Lifetime.StopApplication;
        await database.Open();
        await app.Services.GetRequiredService<InstallationWatch>().Look();
        if (!app.Environment.IsDevelopment() && !app.Services.GetRequiredService<DemoState>().IsDemo)
            await new ClockSetting(database.Source, app.Services.GetRequiredService<Clock>()).Settle(app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.Clock, app.Logger);
        if (app.Environment.IsDevelopment() && await app.Services.GetRequiredService<Scenarios>().Due(app.Services.GetRequiredService<IOptions<PortalOptions>>().Value.Scenario) is { } scenario)
            app.Services.GetRequiredService<Preparation>().StartLoading(scenario);
    }

    public static WebApplication UsePortal(this WebApplication app)
    {
        app.UseWebSafety();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseWaitingPage();
        app.UseRouting();
        app.UseForeignHosts();
        app.UseAccessLog();
        app.UseRequestLimits();
        app.UseOwnOrigin(Hub);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
        app.MapHub<LiveHub>(Hub, options => options.CloseOnAuthenticationExpiration = true).DisableRateLimiting();
        PolicyReports.Map(app);
        return app;
    }
}
