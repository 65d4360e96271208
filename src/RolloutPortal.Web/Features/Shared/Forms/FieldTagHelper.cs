using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RolloutPortal.Web.Features.Shared.Forms;

/// <summary><c>&lt;field for="Name" label="…" hint="…" /&gt;</c>: a field of the form that is the page's model.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlHelper html) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>What the form calls it, where that is not the way to it in the page's model.</summary>
    public string? Name { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Default: by the property's type.</summary>
    public string? Kind { get; set; }

    public bool Optional { get; set; }

    public int? Max { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>The id of a <c>datalist</c> that proposes values.</summary>
    public string? List { get; set; }

    /// <summary>Of a select; one with an empty value stands for none.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>One of them is chosen, all are seen.</summary>
    public IEnumerable<FieldChoice>? Choices { get; set; }

    /// <summary>A line of text that is all there is to fill in: the cursor stands in it.</summary>
    public bool Focus { get; set; }

    /// <summary>Of a file: the ends of names that are proposed.</summary>
    public string? Accept { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(View);
        output.TagName = null;
        output.Content.SetHtmlContent(await html.PartialAsync("_Field", Read()));
    }

    private Field Read()
    {
        var name = Name ?? View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var value = View.ViewData.ModelState.GetValueOrDefault(name)?.AttemptedValue ?? Written(For.Model);
        // A password is never sent back, not even to the screen where it was typed.
        return new Field(name, Label, KindOf(), Kind is "password" or "file" ? null : value)
        {
            Hint = Hint,
            Message = FormMessages.Of(View.ViewData.ModelState, name),
            Optional = Optional,
            MaxLength = Max,
            Autocomplete = Autocomplete,
            List = List,
            Items = [.. (Items ?? []).Select(item => new SelectListItem(item.Text, item.Value, item.Value == (value ?? "")) { Group = item.Group })],
            Choices = [.. Choices ?? []],
            Accept = Accept,
            Focus = Focus,
        };
    }

    private string KindOf() => Kind ?? (Items is not null ? "select" : Choices is not null ? "choices" : (Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType) switch
    {
        var type when type == typeof(DateOnly) => "date",
        var type when type == typeof(int) => "number",
        var type when type == typeof(bool) => "tick",
        _ => "text",
    });

    /// <summary>As the control wants it, whatever the reader's country writes.</summary>
    private static string? Written(object? value) => value switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
