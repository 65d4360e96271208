using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using RolloutPortal.Web.Platform.Guarding;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Shared.Forms;

/// <summary>Every form that posts to the portal itself carries the antiforgery token, so that it works without JavaScript.</summary>
/// <remarks>The stock helper leaves it out where <c>action</c> is written by hand. A live region goes without one: it is cached and
/// shared (decisions.md 14), and htmx sends the token of the page as a header.</remarks>
[HtmlTargetElement("form", Attributes = "action")]
public sealed class LocalFormTagHelper(IAntiforgery antiforgery) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = View.HttpContext.Request;
        var isCached = HttpMethods.IsGet(request.Method) && request.WantsPartial();
        if (isCached || !Posts(context) || context.AllAttributes.ContainsName("asp-antiforgery")) return;
        output.PostContent.AppendHtml(antiforgery.GetHtml(View.HttpContext));
        foreach (var answer in GuardAnswers.Kept(View.HttpContext)) output.PostContent.AppendHtml(Hidden(answer));
    }

    /// <summary>What was said to the guard is not asked again when the form comes back for another reason.</summary>
    private static TagBuilder Hidden(string answer)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(new Dictionary<string, string?> { ["type"] = "hidden", ["name"] = GuardAnswers.Field, ["value"] = answer });
        return input;
    }

    private static bool Posts(TagHelperContext context) =>
        Written(context, "method").Equals("post", StringComparison.OrdinalIgnoreCase) && Written(context, "action").StartsWith('/');

    private static string Written(TagHelperContext context, string attribute)
    {
        using var text = new StringWriter();
        switch (context.AllAttributes.TryGetAttribute(attribute, out var found) ? found.Value : null)
        {
            case Microsoft.AspNetCore.Html.IHtmlContent html: html.WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default); break;
            case { } value: text.Write(value); break;
        }

        return text.ToString();
    }
}
