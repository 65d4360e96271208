using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>A controller of live boards: the page, and its region again and again.</summary>
public abstract class LiveController(Viewer viewer, FragmentCache fragments, ICompositeViewEngine views) : PortalController
{
    protected Viewer Viewer { get; } = viewer;

    /// <summary>The whole page; for its region alone, a rendering that all who may see the same share.</summary>
    /// <param name="topics">What the region shows, as in its <c>data-topic</c>.</param>
    /// <param name="model">Read only when it must be rendered.</param>
    protected async Task<IActionResult> Board<TModel>(string view, string partial, string topics, Func<Task<TModel>> model)
    {
        Response.VaryByHtmx();
        if (!Request.WantsPartial()) return View(view, await model());
        var fragment = await fragments.Get(
            Request.Path + Request.QueryString, topics, await Viewer.SignedIn(HttpContext.RequestAborted), async () => await Render(partial, await model()));
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Server-Timing"] = fragment.IsKept ? "kept" : "rendered";
        return File(fragment.Html, "text/html; charset=utf-8");
    }

    private async Task<byte[]> Render(string partial, object? model)
    {
        var view = views.FindView(ControllerContext, partial, isMainPage: false).EnsureSuccessful(null).View!;
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary(MetadataProvider, ModelState) { Model = model };
        await view.RenderAsync(new ViewContext(ControllerContext, view, data, TempData, writer, new HtmlHelperOptions()));
        return Encoding.UTF8.GetBytes(writer.ToString());
    }
}
