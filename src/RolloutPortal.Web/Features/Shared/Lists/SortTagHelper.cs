using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RolloutPortal.Web.Features.Shared.Lists;

/// <summary><c>&lt;th sort="code" in="Model.List"&gt;…&lt;/th&gt;</c>: a column's heading that orders the list by it, and turns the order round.</summary>
[HtmlTargetElement("th", Attributes = "sort,in")]
public sealed class SortTagHelper : TagHelper
{
    public required string Sort { get; set; }

    public required ListRequest In { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var isCurrent = In.Key == Sort.TrimStart('-');
        var next = isCurrent ? Turned(In.Sort) : Sort;
        var link = new TagBuilder("a");
        link.Attributes["href"] = In.Address.SortedBy(next);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Attributes.SetAttribute("scope", "col");
        output.Attributes.SetAttribute("aria-sort", !isCurrent ? "none" : In.Descending ? "descending" : "ascending");
        output.Content.SetHtmlContent(link);
    }

    private static string Turned(string sort) => sort.StartsWith('-') ? sort[1..] : "-" + sort;
}
