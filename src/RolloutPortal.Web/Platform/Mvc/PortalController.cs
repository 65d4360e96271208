using Microsoft.AspNetCore.Mvc;
using RolloutPortal.Domain;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Languages;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>The few ways in which a controller answers: a page or its live region, a fragment or a redirect, a form with messages.</summary>
[AutoValidateAntiforgeryToken]
public abstract class PortalController : Controller
{
    /// <summary>The page; for a region that asks for itself, only its partial.</summary>
    protected IActionResult Page(string view, string partial, object? model)
    {
        Response.VaryByHtmx();
        return Request.WantsPartial() ? PartialView(partial, model) : View(view, model);
    }

    /// <summary>After a POST: the changed element to htmx, a 303 to a browser without JavaScript.</summary>
    protected IActionResult Fragment(string partial, object? model, string otherwise) =>
        Request.IsHtmx() ? PartialView(partial, model) : SeeOther(otherwise);

    /// <summary>After a POST that leads to another page.</summary>
    protected IActionResult SeeOther(string url)
    {
        if (!Request.IsHtmx())
        {
            Response.Headers.Location = url;
            return StatusCode(StatusCodes.Status303SeeOther);
        }

        Response.GoTo(url);
        return NoContent();
    }

    /// <summary>The form again, with its messages and what was typed: the partial to htmx, else the page of the same name.</summary>
    /// <param name="partial">Its name begins with an underscore; the page's is the same without.</param>
    /// <param name="refusal">The domain's no, if that is why; shown above the form, or beside the field it is about.</param>
    protected IActionResult Unprocessable(string partial, object form, Refusal? refusal = null, string field = "") =>
        Answer(StatusCodes.Status422UnprocessableEntity, partial, form, refusal, field);

    /// <summary>As <see cref="Unprocessable"/>, but somebody else was there first.</summary>
    protected IActionResult Stale(string partial, object form, Refusal refusal) =>
        Answer(StatusCodes.Status409Conflict, partial, form, refusal, field: "");

    /// <summary>Says no beside one field; the first message of a field stands.</summary>
    protected void Refuse(Refusal refusal, string field)
    {
        if (ModelState.GetValueOrDefault(field)?.Errors.Count > 0) return;
        ModelState.AddModelError(field, HttpContext.RequestServices.GetRequiredService<RefusalTexts>().Of(refusal));
    }

    private IActionResult Answer(int status, string partial, object form, Refusal? refusal, string field)
    {
        AccessNote.Refused(HttpContext, refusal?.Key ?? "form.incomplete");
        if (refusal is not null)
            ModelState.AddModelError(field, HttpContext.RequestServices.GetRequiredService<RefusalTexts>().Of(refusal));
        Response.StatusCode = status;
        return Request.IsHtmx() ? PartialView(partial, form) : View(partial.TrimStart('_'), form);
    }
}
