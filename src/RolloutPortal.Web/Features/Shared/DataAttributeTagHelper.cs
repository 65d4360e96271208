using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RolloutPortal.Web.Features.Shared;

/// <summary>Leaves out <c>data-tone</c>, <c>data-kind</c> and their like when they have no value.</summary>
/// <remarks>Razor leaves out other attributes that are null, but writes <c>data-…=""</c>: a wall screen, or a tone, that nobody chose.</remarks>
[HtmlTargetElement("*", Attributes = "data-tone")]
[HtmlTargetElement("*", Attributes = "data-kind")]
[HtmlTargetElement("*", Attributes = "data-width")]
[HtmlTargetElement("*", Attributes = "data-wall")]
public sealed class DataAttributeTagHelper : TagHelper
{
    private static readonly string[] Names = ["data-tone", "data-kind", "data-width", "data-wall"];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        foreach (var name in Names)
            if (output.Attributes.TryGetAttribute(name, out var attribute) && IsEmpty(attribute.Value)) output.Attributes.Remove(attribute);
    }

    private static bool IsEmpty(object? value)
    {
        if (value is not Microsoft.AspNetCore.Html.IHtmlContent html) return string.IsNullOrEmpty(value?.ToString());
        using var written = new StringWriter();
        html.WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Default);
        return written.GetStringBuilder().Length == 0;
    }
}
