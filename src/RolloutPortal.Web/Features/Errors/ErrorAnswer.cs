using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Errors;
using RolloutPortal.Web.Platform.Health;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Errors;

/// <summary>Writes a page of errors, or a message for htmx, from outside any controller: nothing is run twice, and no database is needed.</summary>
public static class ErrorAnswer
{
    private const string SecondsToWait = "3";

    public static async Task Write(HttpContext http, Fault fault)
    {
        http.Response.StatusCode = fault.Status;
        // Somebody else was first, and no controller said so: without a key an entry of the access log would not tell why.
        if (fault.Status is StatusCodes.Status409Conflict) AccessNote.Refused(http, CommonRefusals.Stale);
        if (fault.Status is StatusCodes.Status429TooManyRequests) AskLater(http, fault.Wait);
        if (!WantsHtml(http.Request)) return;
        UseLanguage(http);
        var page = Page(http, fault);
        if (page.Waits) Wait(http);
        try
        {
            ActionResult answer = http.Request.IsHtmx() ? Partial(page) : Whole(page);
            await answer.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await WritePlain(http, page, e);
        }
    }

    /// <summary>When even the page of errors fails: its words, with nothing around them. Never the framework's page, which shows the stack.</summary>
    private static async Task WritePlain(HttpContext http, ErrorPage page, Exception why)
    {
        http.RequestServices.GetRequiredService<ILogger<ErrorPage>>().LogError(why, "The page of an error failed too");
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<ErrorTexts>>();
        http.Response.StatusCode = page.Fault.Status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync($"{texts[$"{page.Fault.Kind}.title"]}\n\n{texts[$"{page.Fault.Kind}.text"]}\n\n{page.Trace}\n");
    }

    /// <summary>Unless whoever refused it has said already.</summary>
    private static void AskLater(HttpContext http, TimeSpan? wait)
    {
        if (!http.Response.Headers.ContainsKey("Retry-After"))
            http.Response.Headers.RetryAfter = wait is { } told ? Math.Ceiling(told.TotalSeconds).ToString(CultureInfo.InvariantCulture) : SecondsToWait;
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
            })
        {
            Elsewhere = fault.Kind == "host" ? http.RequestServices.GetRequiredService<KnownHosts>().Address : null,
        };
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
