using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RolloutPortal.Web.Platform.Export;

namespace RolloutPortal.Web.Tests.Platform.Export;

public sealed class WritingATable
{
    private static readonly Line[] Lines =
    [
        new("Bosted \"Æblehaven\"; Nord", 1_250, 12.5m, new DateOnly(2022, 1, 24), new DateTime(2022, 1, 24, 8, 3, 0)),
        new("to\nlinjer & <tegn> _x0041_ \u0001\ud83d\ude80", -3, 0.25m, null, null),
    ];

    [Theory]
    [InlineData("=1+1"), InlineData("+45 33 66 33 66"), InlineData("-2"), InlineData("@SUM(A1)"), InlineData("\tx"), InlineData("\rx"), InlineData("\nx"), InlineData("＝1")]
    public async Task What_a_spreadsheet_would_calculate_is_text_in_both(string typed)
    {
        Line[] one = [new(typed, 1, 1, null, null)];

        Assert.Contains("'" + typed, await Csv(one), StringComparison.Ordinal);
        using var book = await Xlsx(one);
        Assert.Equal("'" + typed.Replace('\r', '\n'), Cell(book, "A2").InnerText);
        Assert.Equal(CellValues.InlineString, Cell(book, "A2").DataType!.Value);
        Assert.Empty(book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
    }

    [Fact]
    public async Task Csv_is_what_excel_in_danish_and_swedish_opens()
    {
        var csv = await Csv(Lines);

        Assert.Equal(
            "\ufeffNavn;Brugere;Timer;Fra;Meldt\r\n" +
            "\"Bosted \"\"Æblehaven\"\"; Nord\";1250;12,5;2022-01-24;2022-01-24 08:03\r\n" +
            "\"to\nlinjer & <tegn> _x0041_ \ud83d\ude80\";-3;0,25;;\r\n", csv);
    }

    [Fact]
    public async Task Xlsx_is_valid_with_real_dates_and_numbers_under_a_heading_that_stays()
    {
        using var book = await Xlsx(Lines);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(error => error.Description));
        Assert.Equal("Lokationer i Nord Syd", book.WorkbookPart.Workbook.Descendants<Sheet>().Single().Name);
        Assert.Equal(new DateTime(2022, 1, 24, 8, 3, 0), DateTime.FromOADate(double.Parse(Cell(book, "E2").InnerText, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("12.5", Cell(book, "C2").InnerText);
        Assert.Null(Cell(book, "C2").DataType);
        Assert.Equal("to\nlinjer & <tegn> _x005F_x0041_ \ud83d\ude80", Cell(book, "A3").InnerText);
        Assert.Equal("A1:E3", sheet.GetFirstChild<AutoFilter>()!.Reference);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(5, sheet.Descendants<Column>().Count());
    }

    [Fact]
    public async Task A_table_without_rows_has_its_heading()
    {
        Assert.Equal("\ufeffNavn;Brugere;Timer;Fra;Meldt\r\n", await Csv([]));
        using var book = await Xlsx([]);
        Assert.Equal("Navn", Cell(book, "A1").InnerText);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book));
    }

    [Fact]
    public void What_does_not_fit_on_a_sheet_stands_on_the_next()
    {
        var file = new MemoryStream();
        var table = new XlsxTable(file, "Adgang", [new ColumnHead("Hvem", null)], mostRows: 3);
        foreach (var who in "abcde")
            table.Row([$"{who}"]);
        table.End();
        using var book = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Equal(["Adgang", "Adgang (2)", "Adgang (3)"], book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        Assert.Equal(["Hvem", "c", "d"], Sheet(book, 1).Descendants<Cell>().Select(cell => cell.InnerText));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book));
    }

    [Fact]
    public async Task Nothing_waits_for_the_network_or_keeps_the_rows()
    {
        await using var slow = new NetworkStream();
        await File(ExportFormat.Xlsx, Enumerable.Repeat(Lines[0], 20_000)).Write(slow, TestContext.Current.CancellationToken);
        await File(ExportFormat.Csv, Enumerable.Repeat(Lines[0], 20_000)).Write(slow, TestContext.Current.CancellationToken);

        Assert.InRange(slow.Largest, 1, 200_000);
    }

    [Fact]
    public void A_text_longer_than_a_cell_ends_before_it()
    {
        Assert.Equal(Cells.Longest, Cells.Safe(new string('x', 40_000)).Length);
        Assert.DoesNotContain(Cells.Safe(new string('x', Cells.Longest - 2) + "\ud83d\ude80\ud83d\ude80"), char.IsHighSurrogate);
        Assert.Throws<ArgumentException>(() => Cells.Safe(DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData("Sager DOMUS", "Sager DOMUS 2022-01-25.csv")]
    [InlineData("Sager: a/b\\c\r\n\"d\"", "Sager a b c d 2022-01-25.csv")]
    public void The_files_name_suits_every_system(string name, string expected) =>
        Assert.Equal(expected, ExportName.Of(name, new DateOnly(2022, 1, 25), ExportFormat.Csv));

    private static TableFile<Line> File(ExportFormat format, IEnumerable<Line> lines) => new(
        format, "Lokationer i Nord/Syd",
        [
            new("Navn", line => line.Name), new("Brugere", line => line.Users), new("Timer", line => line.Hours),
            new("Fra", line => line.From), new("Meldt", line => line.At),
        ],
        lines.ToAsyncEnumerable());

    private static async Task<string> Csv(IEnumerable<Line> lines)
    {
        using var file = new MemoryStream();
        await File(ExportFormat.Csv, lines).Write(file, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static async Task<SpreadsheetDocument> Xlsx(IEnumerable<Line> lines)
    {
        var file = new MemoryStream();
        await File(ExportFormat.Xlsx, lines).Write(file, TestContext.Current.CancellationToken);
        return SpreadsheetDocument.Open(file, isEditable: false);
    }

    private static Worksheet Sheet(SpreadsheetDocument book, int index) =>
        ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().ElementAt(index).Id!)).Worksheet;

    private static Cell Cell(SpreadsheetDocument book, string at) => Sheet(book, 0).Descendants<Cell>().Single(cell => cell.CellReference == at);

    private sealed record Line(string Name, int Users, decimal Hours, DateOnly? From, DateTime? At);
}
