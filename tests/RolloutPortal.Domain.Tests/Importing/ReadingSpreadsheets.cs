namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>Where the table stands in an XLSX file, sentence by sentence of importing.md.</summary>
public sealed class ReadingSpreadsheets
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    public void Up_to_ten_title_rows_stand_above_the_header(int titles)
    {
        var above = string.Concat(Enumerable.Range(1, titles).Select(row => Sheets.Row(row * 2, $"Titel {row}")));
        var file = Reading.Locations(Sheets.Of(above + Sheets.Row(30, Sheets.LocationHeaders) + Sheets.Row(31, "B1", "a", "N", "1", "begge")));

        Assert.Empty(file.Told());
        Assert.Equal(["B1"], file.Column("code"));
    }

    [Fact]
    public void The_first_visible_sheet_with_known_headers_is_read()
    {
        var file = Reading.Locations(Sheets.Of([
            ("Skjult", "hidden", Sheets.GoodLocation("H1")), ("Meget skjult", "veryHidden", Sheets.GoodLocation("H2")), ("Noter", "visible", Sheets.Row(1, "Husk", "at")), ("Tom", "visible", ""),
            ("Liste", "visible", Sheets.GoodLocation("B1")), ("Anden", "visible", Sheets.GoodLocation("B2"))]));

        Assert.Equal(["B1"], file.Column("code"));
    }

    [Fact]
    public void A_fault_is_told_with_the_row_number_that_Excel_shows()
    {
        var file = Reading.Locations(Sheets.Of(Sheets.Row(3, Sheets.LocationHeaders) + Sheets.Row(9, "B1", "a", "N", "x", "begge")));

        Assert.Equal(["line 9: users: number.not-whole"], file.Told());
    }

    [Fact]
    public void Hidden_rows_and_columns_count()
    {
        var rows = Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, "B1", "a", "N", "1", "begge").Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal);

        Assert.Equal(["B1"], Reading.Locations(Sheets.Of(rows)).Column("code"));
    }

    [Fact]
    public void Cells_without_addresses_follow_each_other()
    {
        const string Cells = "<c t=\"inlineStr\"><is><t>{0}</t></is></c>";
        string Row(params string[] texts) => $"<row>{string.Concat(texts.Select(text => Cells.Replace("{0}", text, StringComparison.Ordinal)))}</row>";

        Assert.Equal(["B1"], Reading.Locations(Sheets.Of(Row(Sheets.LocationHeaders) + Row("B1", "a", "N", "1", "begge"))).Column("code"));
    }

    [Fact]
    public void Without_any_known_header_the_columns_can_be_mapped_by_hand()
    {
        var content = Sheets.Of(Sheets.Row(1, "Mine steder") + Sheets.Row(2, "K", "N", "O", "B", "S") + Sheets.Row(3, "B1", "a", "Nord", "1", "begge"));

        var alone = Reading.Locations(content);
        var mapped = Reading.Locations(content, chosen: new() { [0] = "code", [1] = "name", [2] = "area", [3] = "users", [4] = "side" });

        Assert.Equal(5, alone.Told().Count(fault => fault.EndsWith("column.missing", StringComparison.Ordinal)));
        Assert.Empty(mapped.Told());
        Assert.Equal(["B1"], mapped.Column("code"));
    }
}
