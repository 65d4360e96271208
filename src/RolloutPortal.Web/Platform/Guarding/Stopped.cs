using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Platform.Guarding;

/// <summary>The answer to a request with a person's number in it: 422, the masked number, and the texts to be mended.</summary>
/// <remarks>htmx gets messages that guard.js puts beside their fields, where what was typed still stands. A browser without JavaScript
/// gets a page with those texts to mend, and the rest of its form unseen, so that nothing is typed twice.</remarks>
public sealed class Stopped(IReadOnlyList<StoppedText> texts, GuardAnswers answers) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        // As antiforgery says it: of anything else it warns in the log before it writes this.
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers.Pragma = "no-cache";
        AccessNote.Refused(http, texts.Any(text => text.Finding.IsCertain) ? "guard.refused" : "guard.asked");
        return Answer(http).ExecuteResultAsync(context);
    }

    private ActionResult Answer(HttpContext http)
    {
        if (http.Request.HasJsonContentType()) return Json();

        var page = new StoppedPage(http.Request, [.. texts.Select(text => new StoppedField(text, Offer(http, text)))]);
        if (!http.Request.IsHtmx()) return new ViewResult { ViewName = "/Features/Guarding/Stopped.cshtml", ViewData = Data(page), StatusCode = Status };

        http.Response.Headers["HX-Reswap"] = "none";
        return new PartialViewResult { ViewName = "/Features/Guarding/_Stopped.cshtml", ViewData = Data(page), StatusCode = Status };
    }

    private const int Status = StatusCodes.Status422UnprocessableEntity;

    /// <summary>Null for what is certain, and where no box can be ticked.</summary>
    private string? Offer(HttpContext http, StoppedText text) =>
        text.Finding.IsCertain || !http.Request.HasFormContentType ? null : answers.Offer(http, text.Of);

    private JsonResult Json()
    {
        var fields = texts.Select(text =>
            new { field = text.Of.Field, rule = $"{text.Finding.Rule}", certain = text.Finding.IsCertain, masked = text.Finding.Masked });
        return new JsonResult(new { error = "person-number", fields }) { StatusCode = Status };
    }

    private static ViewDataDictionary Data(StoppedPage page) => new(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = page };
}
