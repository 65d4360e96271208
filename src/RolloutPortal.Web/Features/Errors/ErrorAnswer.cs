using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using RolloutPortal.Web.Platform.Errors;
using RolloutPortal.Web.Platform.Health;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Errors;

/// <summary>Writes a page of errors, or a message for htmx, from outside any controller: nothing is run twice, and no database is needed.</summary>
public static class ErrorAnswer
{
    private const string SecondsToWait = "3";

    public static async Task Write(HttpContext http, Fault fault)
    {
        http.Response.StatusCode = fault.Status;
        if (!WantsHtml(http.Request)) return;
        UseLanguage(http);
        var page = Page(http, fault);
        if (page.Waits) Wait(http);
        ActionResult answer = http.Request.IsHtmx() ? Partial(page) : Whole(page);
        await answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }

    private static ErrorPage Page(HttpContext http, Fault fault)
    {
        var preparation = http.RequestServices.GetRequiredService<Preparation>();
        return new ErrorPage(
            fault,
            HttpMethods.IsGet(http.Request.Method) ? http.Request.PathBase + http.Request.Path + http.Request.QueryString : null,
            fault.IsExpected ? null : Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            fault.Kind switch
            {
                "building" => preparation.Tables,
                "loading" => [new PreparationStep("", preparation.Loaded)],
                _ => [],
            });
    }

    private static void Wait(HttpContext http)
    {
        http.Response.Headers.RetryAfter = SecondsToWait;
        if (HttpMethods.IsGet(http.Request.Method) && !http.Request.IsHtmx()) http.Response.Headers["Refresh"] = SecondsToWait;
    }

    /// <summary>A style sheet, a picture or a program that asks gets the status alone.</summary>
    private static bool WantsHtml(HttpRequest request)
    {
        if (request.IsHtmx()) return true;
        if (request.Path.StartsWithSegments("/health") || request.Path.StartsWithSegments("/live")) return false;
        if (request.Headers.TryGetValue("Sec-Fetch-Dest", out var wanted)) return wanted == "document";
        var accepted = request.Headers.Accept.ToString();
        return accepted.Length == 0 || accepted.Contains("text/html", StringComparison.Ordinal) || accepted.StartsWith("*/*", StringComparison.Ordinal);
    }

    /// <summary>What the request had chosen; where it did not come so far, as the browser asks, without the account.</summary>
    private static void UseLanguage(HttpContext http)
    {
        var chosen = http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture
            ?? PortalLanguages.CultureOf(http.Request.Cookies[PortalLanguages.Cookie] ?? PortalLanguages.Asked(http.Request));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = chosen;
    }

    private static ViewResult Whole(ErrorPage page) => new() { ViewName = "/Features/Errors/Error.cshtml", ViewData = Data(page), StatusCode = page.Fault.Status };

    private static PartialViewResult Partial(ErrorPage page) =>
        new() { ViewName = "/Features/Errors/_ErrorMessage.cshtml", ViewData = Data(page), StatusCode = page.Fault.Status };

    private static ViewDataDictionary Data(ErrorPage page) => new(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = page };
}
