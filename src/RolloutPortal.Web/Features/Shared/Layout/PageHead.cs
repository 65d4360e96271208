using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RolloutPortal.Web.Features.Shared.Layout;

/// <summary>The top of a page: what it is called, one line below, how old it is, and what may be done here.</summary>
/// <param name="Live">The page has live regions: their age is shown.</param>
/// <param name="Actions">Buttons and links; may be empty.</param>
public sealed record PageHead(string Title, string? Sub, bool Live, IHtmlContent Actions, bool HasActions);

/// <summary><c>&lt;page-head title="…" sub="…" live&gt;</c> buttons <c>&lt;/page-head&gt;</c>; names the page too.</summary>
[HtmlTargetElement("page-head")]
public sealed class PageHeadTagHelper(IHtmlHelper html) : TagHelper
{
    public required string Title { get; set; }

    public string? Sub { get; set; }

    public bool Live { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        View.ViewData["Title"] ??= Title;
        ((IViewContextAware)html).Contextualize(View);
        var actions = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("_PageHead", new PageHead(Title, Sub, Live, actions, !actions.IsEmptyOrWhiteSpace)));
    }
}
