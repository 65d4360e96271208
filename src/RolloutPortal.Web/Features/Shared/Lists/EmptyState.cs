using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RolloutPortal.Web.Features.Shared.Lists;

/// <summary>Nothing here yet: the fact, what fills it, and the next step.</summary>
public sealed record EmptyState(string Icon, string Title, string? Text, IHtmlContent? Actions);

/// <summary><c>&lt;empty-state icon="check" title="…" text="…"&gt;</c> links <c>&lt;/empty-state&gt;</c>.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper(IHtmlHelper html) : TagHelper
{
    public string Icon { get; set; } = "check";

    public required string Title { get; set; }

    public string? Text { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(View);
        var actions = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(
            await html.PartialAsync("_Empty", new EmptyState(Icon, Title, Text, actions.IsEmptyOrWhiteSpace ? null : actions)));
    }
}
