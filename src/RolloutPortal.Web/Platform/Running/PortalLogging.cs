using Microsoft.Extensions.Logging.Console;

namespace RolloutPortal.Web.Platform.Running;

/// <summary>Logs to the console: readable lines for who develops, one JSON object a line for who operates. Ids, never names or texts.</summary>
public static class PortalLogging
{
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
            builder.Logging.AddSimpleConsole(options => (options.SingleLine, options.TimestampFormat, options.ColorBehavior) = (true, "HH:mm:ss ", LoggerColorBehavior.Default));
        else
            builder.Logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat, options.IncludeScopes) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", false));
    }
}
