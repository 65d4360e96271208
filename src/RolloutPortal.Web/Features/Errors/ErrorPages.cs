using Microsoft.AspNetCore.Diagnostics;
using RolloutPortal.Web.Platform.Errors;
using RolloutPortal.Web.Platform.Health;

namespace RolloutPortal.Web.Features.Errors;

/// <summary>Every answer that is an error and says nothing yet becomes a page or a message; an exception never shows its stack.</summary>
public static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseStatusCodePages(context => ErrorAnswer.Write(context.HttpContext, Fault.OfStatus(context.HttpContext.Response.StatusCode)));
        return app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => ErrorAnswer.Write(http, Fault.Of(http.Features.Get<IExceptionHandlerFeature>()!.Error)),
            StatusCodeSelector = e => Fault.Of(e).Status,
            SuppressDiagnosticsCallback = context => Fault.Of(context.Exception).IsExpected,
            AllowStatusCode404Response = true,
        });
    }

    /// <summary>While the scenario of an empty demo is loaded there is nothing to show but how far it has come.</summary>
    public static IApplicationBuilder UseWaitingPage(this IApplicationBuilder app) => app.Use((http, next) =>
        http.RequestServices.GetRequiredService<Preparation>().IsLoading && IsPage(http.Request)
            ? ErrorAnswer.Write(http, new Fault(StatusCodes.Status503ServiceUnavailable, "loading"))
            : next(http));

    private static bool IsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/health") && !Path.HasExtension(request.Path.Value);
}
