using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RolloutPortal.Web.Features.Shared.Origin;

/// <summary><c>&lt;source-mark of="Model.Sources.Of(id, nameof(Users))" /&gt;</c>: <em>document</em> or <em>invented</em> beside a value; nothing
/// where no source was noted.</summary>
[HtmlTargetElement("source-mark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SourceMarkTagHelper(IHtmlHelper html) : TagHelper
{
    public SourceRow? Of { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Of is null) return;
        ((IViewContextAware)html).Contextualize(View);
        output.Content.SetHtmlContent(await html.PartialAsync("_Source", Of));
    }
}
