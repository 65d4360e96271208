namespace RolloutPortal.Web.Platform.AccessLog;

/// <summary>What the access log is made of.</summary>
public static class AccessLogServices
{
    public static IServiceCollection AddAccessLog(this IServiceCollection services)
    {
        services.AddSingleton<AccessTables>().AddSingleton<AccessWriter>().AddSingleton<AccessWatch>().AddSingleton<AccessLogCheck>().AddSingleton<AccessPruning>();
        return services.AddHostedService(s => s.GetRequiredService<AccessWriter>()).AddHostedService(s => s.GetRequiredService<AccessPruning>());
    }

    /// <summary>After the routing, whose endpoint it needs; before everything that may refuse.</summary>
    public static IApplicationBuilder UseAccessLog(this IApplicationBuilder app)
    {
        var watch = app.ApplicationServices.GetRequiredService<AccessWatch>();
        return app.Use((http, next) => watch.Watch(http, () => next(http)));
    }
}
