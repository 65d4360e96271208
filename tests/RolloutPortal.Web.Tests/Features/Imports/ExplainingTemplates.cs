using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Features.Imports.Templates;
using RolloutPortal.Web.Platform.Export;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>Whoever opens a template reads in it what each column is for, in the template's language.</summary>
public sealed class ExplainingTemplates(Portal portal) : IClassFixture<Portal>
{
    private static readonly FieldTable[] Kinds = [LocationFields.Table, EmployeeFields.Table];

    [Theory]
    [InlineData("da", "Forklaring", "Ja")]
    [InlineData("sv", "Förklaring", "Ja")]
    [InlineData("en", "Explanation", "Yes")]
    public async Task A_workbook_has_a_second_sheet_with_a_row_for_each_column(string language, string sheet, string yes)
    {
        foreach (var kind in Kinds)
        {
            using var file = new MemoryStream();
            await Templates.Of(kind, language, ExportFormat.Xlsx).Write(file, TestContext.Current.CancellationToken);
            using var book = SpreadsheetDocument.Open(file, isEditable: false);
            var sheets = book.WorkbookPart!.Workbook!.Descendants<Sheet>().ToList();
            var rows = ((WorksheetPart)book.WorkbookPart.GetPartById(sheets[1].Id!)).Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();

            Assert.Equal(sheet, sheets[1].Name!.Value);
            Assert.Equal(kind.Fields.Select(field => field.Headers[language][0]), rows.Skip(1).Select(row => row[0]));
            Assert.Equal(kind.Fields.Select(field => field.IsRequired), rows.Skip(1).Select(row => row[1] == yes));
            Assert.All(rows.Skip(1), row => Assert.True(row[2].Length > 15 && row[3].Length > 0));
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book));
        }
    }

    [Fact]
    public void Each_example_can_be_imported_where_it_stands()
    {
        foreach (var (kind, language) in from kind in Kinds from language in (string[])["da", "sv", "en"] select (kind, language))
        {
            using var speaking = Web.Platform.Languages.PortalLanguages.Speaking(language);
            var csv = $"{string.Join(';', kind.Fields.Select(field => field.Headers[language][0]))}\n{string.Join(';', kind.Fields.Select(field => $"\"{Templates.Example(kind, field)}\""))}\n";
            var found = RolloutPortal.Importing.ImportFile.Read(kind, "x.csv", System.Text.Encoding.UTF8.GetBytes(csv), _ => null);

            Assert.Empty(found.Faults);
            Assert.Empty(Assert.Single(found.Rows).Faults);
        }

    }

    private ImportTemplates Templates => portal.Services.GetRequiredService<ImportTemplates>();
}
