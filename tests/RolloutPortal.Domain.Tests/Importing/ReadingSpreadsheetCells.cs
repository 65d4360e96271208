namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>What a cell of an XLSX file says, sentence by sentence of importing.md.</summary>
public sealed class ReadingSpreadsheetCells
{
    [Fact]
    public void A_formula_counts_as_its_cached_value_and_without_one_is_a_fault()
    {
        var file = Reading.Locations(Sheets.Of(Sheets.Row(1, Sheets.LocationHeaders)
            + Sheets.Row(2, "B1", "<c r=\"B2\" t=\"str\"><f>A2&amp;\"x\"</f><v>B1x</v></c>", "N", "<c r=\"D2\"><f>SUM(1,2)</f><v>3</v></c>", "begge")
            + Sheets.Row(3, "B2", "a", "N", "<c r=\"D3\"><f>SUM(1,2)</f></c>", "begge")
            + Sheets.Row(4, "B3", "a", "N", "<c r=\"D4\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "begge")));

        Assert.Equal(["B1x", "a", "a"], file.Column("name"));
        Assert.Equal(["3", "", ""], file.Column("users"));
        Assert.Equal(["line 3: users: cell.formula", "line 4: users: cell.error"], file.Told());
    }

    [Theory]
    [InlineData("<c r=\"A2\"><v>7</v></c>", "7")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>7</v></c>", "007")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>123</v></c>", "B01-23")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>12345</v></c>", "12345")]
    [InlineData("<c r=\"A2\"><v>1.2E+4</v></c>", "12000")]
    [InlineData("<c r=\"A2\"><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c r=\"A2\" t=\"s\"><v>0</v></c>", "delt")]
    [InlineData("<c r=\"A2\" t=\"inlineStr\"><is><t>007</t></is></c>", "007")]
    public void A_number_in_a_text_column_is_its_plain_digits_padded_in_codes(string cell, string code)
    {
        var file = Reading.Locations(Sheets.Of(Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, cell, "a", "N", "1", "begge")));

        Assert.Equal([code], file.Column("code"));
    }

    [Theory]
    [InlineData("<c r=\"A2\" s=\"4\"><v>101575000</v></c>", "<c r=\"B2\"><v>1</v></c>", "code")]
    [InlineData("<c r=\"A2\"><v>1</v></c>", "<c r=\"B2\" s=\"4\"><v>101575000</v></c>", "name")]
    public void The_guard_sees_numbers_as_their_format_shows_them(string code, string name, string column)
    {
        var file = Reading.Locations(
            Sheets.Of(Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, code, name, "N", "1", "begge")), text => text == "010157-5000" ? new(true, "0101**-****", "Certain") : null);

        Assert.Equal([$"line 2: {column}: person.certain"], file.Told());
        Assert.Equal([""], file.Column(column));
        Assert.Contains("0101**-****", file.Rows[0].Shown);
    }

    /// <summary>Shown as <c>311 2575005</c>, and a name is stored as ten digits in a row.</summary>
    [Theory]
    [InlineData("name")]
    [InlineData("area")]
    public void The_guard_sees_what_is_stored_where_a_format_takes_it_apart(string column)
    {
        var cells = column == "name" ? ("<c r=\"B2\" s=\"5\"><v>3112575005</v></c>", "N") : ("a", "<c r=\"C2\" s=\"5\"><v>3112575005</v></c>");
        var file = Reading.Locations(
            Sheets.Of(Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, "B1", cells.Item1, cells.Item2, "1", "begge")), text => text == "3112575005" ? new(true, "3112**-****", "Certain") : null);

        Assert.Equal([$"line 2: {column}: person.certain"], file.Told());
        Assert.Equal([""], file.Column(column));
        Assert.Contains("3112**-****", file.Rows[0].Shown);
    }

    [Fact]
    public void The_guard_sees_what_is_told_beside_a_fault()
    {
        var file = Reading.Locations(
            Sheets.Of(Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, "B1", "010157_x0007_5000", "N", "1", "begge")), text => text == "010157 5000" ? new(true, "0101**-****", "Certain") : null);

        Assert.Equal(["line 2: name: person.certain"], file.Told());
        Assert.Contains("0101**-****", file.Rows[0].Shown);
    }

    [Fact]
    public void A_number_format_is_not_applied_to_names_and_shared_runs_are_joined()
    {
        var file = Reading.Locations(Sheets.Of(
            Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, "B1", "<c r=\"B2\" s=\"1\"><v>7</v></c>", "<c r=\"C2\" t=\"s\"><v>1</v></c>", "1", "begge")));

        Assert.Equal(["7"], file.Column("name"));
        Assert.Equal(["to løb"], file.Column("area"));
    }

    [Theory]
    [InlineData("44585", false, "24-01-2022")]
    [InlineData("1", false, "01-01-1900")]
    [InlineData("59", false, "28-02-1900")]
    [InlineData("61", false, "01-03-1900")]
    [InlineData("43123", true, "24-01-2022")]
    [InlineData("0", true, "01-01-1904")]
    public void A_number_in_a_date_column_is_a_day_in_both_systems(string serial, bool is1904, string day)
    {
        var file = Reading.Locations(Sheets.Of(Dated($"<c r=\"F2\" s=\"3\"><v>{serial}</v></c>"), is1904));

        Assert.Equal(day, file.Rows.Single().Get<DateOnly?>("valid_from")?.ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("<v>44585.5</v>", "date.time")]
    [InlineData("<v>0</v>", "date.too-early")]
    [InlineData("<v>60</v>", "date.none")]
    [InlineData("<v>-5</v>", "date.too-early")]
    [InlineData("<v>99999999</v>", "date.none")]
    public void What_is_no_day_is_a_fault(string value, string fault) => Assert.Equal(
        [$"line 2: valid_from: {fault}"], Reading.Locations(Sheets.Of(Dated($"<c r=\"F2\" s=\"3\">{value}</c>"))).Told());

    [Fact]
    public void A_text_of_digits_is_no_serial_in_a_spreadsheet() =>
        Assert.Equal(["line 2: valid_from: date.none"], Reading.Locations(Sheets.Of(Dated("<c r=\"F2\" t=\"inlineStr\"><is><t>44585</t></is></c>"))).Told());

    [Fact]
    public void Control_characters_that_Excel_escapes_are_faults_too() => Assert.Equal(
        ["line 2: name: cell.control"], Reading.Locations(Sheets.Of(Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, "B1", "a_x0007_b", "N", "1", "begge"))).Told());

    private static string Dated(string cell) => Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, "B1", "a", "N", "1", "begge", cell);
}
