using Microsoft.Extensions.Localization;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Platform.Export;
using RolloutPortal.Web.Platform.Languages;

namespace RolloutPortal.Web.Features.Imports.Templates;

/// <summary>Template files: the headers of a kind, and in a workbook a second sheet that explains each column, in the file's language.</summary>
public sealed class ImportTemplates(IStringLocalizer<TemplateTexts> texts, IStringLocalizer<ImportTexts> imports)
{
    public TableFile<int> Of(FieldTable table, string language, ExportFormat format)
    {
        using var _ = PortalLanguages.Speaking(language);
        return new TableFile<int>(
            format, imports[$"kind.{table.Name}"], [.. table.Fields.Select(field => new ExportColumn<int>(field.Headers[language][0], _ => null, 18))],
            AsyncEnumerable.Empty<int>())
        {
            Second = new SheetOfTexts(
                texts["sheet"],
                [(texts["column.header"], 20), (texts["column.required"], 14), (texts["column.meaning"], 80), (texts["column.example"], 26)],
                [.. table.Fields.Select(field => Row(table, field, language))]),
        };
    }

    /// <summary>What stands in a field, in the reader's language.</summary>
    public string Meaning(FieldTable table, Field field) => texts[$"{table.Name}.{field.Name}"];

    /// <summary>In the reader's language where it has words of its own.</summary>
    public string Example(FieldTable table, Field field) =>
        texts[$"{table.Name}.{field.Name}.example"] is { ResourceNotFound: false } own ? own.Value : field.Example;

    private string[] Row(FieldTable table, Field field, string language) =>
        [field.Headers[language][0], texts[field.IsRequired ? "yes" : "no"], Meaning(table, field), Example(table, field)];
}
