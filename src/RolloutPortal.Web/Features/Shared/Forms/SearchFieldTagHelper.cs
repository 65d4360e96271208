using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace RolloutPortal.Web.Features.Shared.Forms;

/// <summary>A search stands in the address, and in the history of whoever searched: the browser lets no person number into it.</summary>
[HtmlTargetElement("input", Attributes = "[type=search]", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SearchFieldTagHelper(IStringLocalizer<SharedTexts> shared) : TagHelper
{
    /// <summary>As of <c>pattern</c>: nothing with the shape of a Danish person number. What comes all the same is stopped where all that is typed is.</summary>
    public const string Searchable = @"(?!.*[0-36-9]\d(?:0\d|1[0-2])\d{2}[\-– ]?\d{4}(?!\d)).*";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("pattern", Searchable);
        // What the browser says beside the field.
        output.Attributes.SetAttribute("title", shared["search.no-person"].Value);
    }
}
