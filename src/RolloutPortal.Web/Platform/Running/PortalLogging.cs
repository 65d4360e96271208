namespace RolloutPortal.Web.Platform.Running;

/// <summary>Logs to the console: readable lines for who develops, one JSON object a line for who operates. Ids, never names or texts.</summary>
public static class PortalLogging
{
    /// <summary>It would log the address of every request, with the words that somebody searched for and the links that are keys.</summary>
    private const string RequestLines = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>The colons are quoted: the framework writes it in the culture of the request, and Danish has dots there.</summary>
    internal const string Instant = "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'";

    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddFilter(RequestLines, LogLevel.Warning);
        if (builder.Environment.IsDevelopment()) builder.Logging.AddPlainLines();
        else builder.Logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat, options.IncludeScopes) = (true, Instant, false));
    }

    public static ILoggingBuilder AddPlainLines(this ILoggingBuilder logging) =>
        logging.AddConsoleFormatter<PlainLines, Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions>()
            .AddConsole(options => options.FormatterName = PlainLines.FormatterName);
}
