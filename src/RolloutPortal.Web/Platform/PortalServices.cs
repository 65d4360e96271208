using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Options;
using RolloutPortal.Web.Features.AccessLog;
using RolloutPortal.Web.Features.AccessLog.Words;
using RolloutPortal.Web.Features.Accounts;
using RolloutPortal.Web.Features.Employees;
using RolloutPortal.Web.Features.Guarding;
using RolloutPortal.Web.Features.Home;
using RolloutPortal.Web.Features.Hypercare;
using RolloutPortal.Web.Features.Identity;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Shared.Layout;
using RolloutPortal.Web.Features.Shared.Origin;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Guarding;
using RolloutPortal.Web.Platform.Health;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Live;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Platform.Security;
using RolloutPortal.Web.Platform.Seeding;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform;

/// <summary>What the portal is made of.</summary>
public static class PortalServices
{
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        ConfigurationCheck.Values(builder.Configuration);
        builder.AddWebSafety().Services.Configure<PortalOptions>(builder.Configuration.GetSection("Portal"));
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<Clock>().AddHttpContextAccessor();
        AddLog(builder.Services);
        AddAccess(builder.Services);
        builder.Services.AddIdentityProvider(builder.Configuration);
        builder.Services.AddAccessLog().AddSingleton<AccessLogReader>().AddSingleton<AccessWords>();
        AddPages(builder.Services);
        AddLive(builder.Services);
        AddRunning(builder);
        return builder;
    }

    private static void AddLog(IServiceCollection services)
    {
        services.AddSingleton<PortalDatabase>().AddSingleton(s => s.GetRequiredService<PortalDatabase>().Source)
            .AddSingleton(s => s.GetRequiredService<PortalDatabase>().Store);
        services.AddSingleton<Actor>().AddSingleton<StateCache>().AddSingleton<Ledger>().AddSingleton<Texts>().AddSingleton<ReadTables>();
        services.AddSingleton<Scenarios>();
        services.AddSingleton<Settings>().AddSingleton<DemoState>().AddSingleton<InstallationWatch>();
        services.AddHostedService(s => s.GetRequiredService<InstallationWatch>());
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddSingleton<AccountDirectory>().AddSingleton<Places>().AddScoped<Viewer>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Configure);
        services.AddSingleton<Sightings>().AddSingleton<Session>().AddSingleton<SessionCookie>();
        services.AddAccounts();
        services.AddEmployees();
        services.AddImports();
        services.AddAuthorization(Policies.Add).AddSingleton<IAuthorizationHandler, PlaceAuthorization>()
            .AddSingleton<IAuthorizationMiddlewareResultHandler, OutOfScope>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddLocalization().AddSingleton<RefusalTexts>();
        services.AddControllersWithViews(options =>
            {
                options.Conventions.Add(new AddressFirst());
                options.ModelBinderProviders.Insert(0, new PlainTexts());
                options.Filters.Add<ReadableForm>();
                options.Filters.Add<Guard>();
            }).AddViewLocalization()
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Refusals)));
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingMessages>();
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViews()));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SupportedCultures = options.SupportedUICultures = PortalLanguages.Cultures;
            options.DefaultRequestCulture = new RequestCulture(PortalLanguages.Cultures[0]);
            options.RequestCultureProviders = [new PortalLanguageProvider()];
        });
        services.AddSingleton<GuardAnswers>().AddSingleton<GuardCounter>().AddScoped<GuardReview>();
        services.AddHypercare();
        services.AddRollout();
        services.AddSingleton<Sources>().AddSingleton<RoleWords>().AddScoped<ProgrammeChoice>().AddScoped<FrameReader>();
        services.AddSingleton<FirstStepsReader>().AddSingleton<Visits>().AddSingleton<News>().AddScoped<MyTickets>().AddScoped<MyPages>();
    }

    private static void AddLive(IServiceCollection services)
    {
        services.AddSingleton<Topics>().AddSingleton<TopicPositions>().AddSingleton<FragmentCache>().AddSingleton<Watchers>().AddSingleton<LiveTail>();
        services.AddHostedService(s => s.GetRequiredService<LiveTail>());
        services.AddSingleton<DayTurn>().AddHostedService(s => s.GetRequiredService<DayTurn>());
        services.AddSignalR(options =>
        {
            options.KeepAliveInterval = TimeSpan.FromSeconds(2);
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
            options.MaximumReceiveMessageSize = 16 * 1024;
        });
    }

    private static void AddRunning(WebApplicationBuilder builder)
    {
        builder.AddPortalLogging();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddSingleton<Preparation>().AddSingleton<Readiness>();
        builder.Services.AddHostedService<PreparationService>().AddHostedService<Telemetry>();
    }
}
