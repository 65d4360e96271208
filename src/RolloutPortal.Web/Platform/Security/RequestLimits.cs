using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;

namespace RolloutPortal.Web.Platform.Security;

/// <summary>How big and how slow a request may be.</summary>
public static class RequestLimits
{
    /// <summary>Bytes of a form; an endpoint that takes a file raises it for itself.</summary>
    public const long LargestForm = 64 * 1024;

    private const int MostFields = 300;

    private const int MostConnectionsOfTheHub = 10_000;

    public static IServiceCollection AddRequestLimits(this IServiceCollection services) => services
        .Configure<KestrelServerOptions>(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestForm;
            server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.MaxConcurrentUpgradedConnections = MostConnectionsOfTheHub;
        })
        .Configure<FormOptions>(forms =>
        {
            forms.ValueCountLimit = MostFields;
            forms.KeyLengthLimit = 256;
            forms.ValueLengthLimit = (int)LargestForm;
        });

    /// <summary>Says 413 or 415 before anything is read; what comes without its length is cut off by the server.</summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (Refusal(http) is not { } status) return next(http);
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    private static int? Refusal(HttpContext http)
    {
        var most = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : LargestForm;
        if (http.Request.ContentLength > most) return StatusCodes.Status413PayloadTooLarge;
        return IsReadable(http.Request.ContentType) ? null : StatusCodes.Status415UnsupportedMediaType;
    }

    /// <summary>A character set that this machine refuses to read, as UTF-7, would be an exception where a form is bound.</summary>
    private static bool IsReadable(string? contentType)
    {
        try
        {
            _ = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.Encoding : null;
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
