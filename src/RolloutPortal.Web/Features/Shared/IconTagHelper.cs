using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RolloutPortal.Web.Features.Shared;

/// <summary><c>&lt;icon name="plus" /&gt;</c>: a picture from <c>img/icons.svg</c> beside words that say the same.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(IFileVersionProvider versions) : TagHelper
{
    public required string Name { get; set; }

    /// <summary>Instead of <c>icon</c>.</summary>
    public string Class { get; set; } = "icon";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var address = versions.AddFileVersionToPath(View.HttpContext.Request.PathBase, "/img/icons.svg");
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{address}#{Name}";
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Class);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(use);
    }
}
