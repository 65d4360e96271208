using System.Text;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>XLSX files, sentence by sentence of importing.md.</summary>
public sealed class ReadingSpreadsheets
{
    private static readonly string[] Headers = ["kode", "navn", "område", "brugere", "side", "gælder fra"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    public void Up_to_ten_title_rows_stand_above_the_header(int titles)
    {
        var above = string.Concat(Enumerable.Range(1, titles).Select(row => Sheets.Row(row * 2, $"Titel {row}")));
        var file = Reading.Locations(Sheets.Of(above + Sheets.Row(30, Headers) + Sheets.Row(31, "B1", "a", "N", "1", "begge")));

        Assert.Empty(file.Told());
        Assert.Equal(["B1"], file.Column("code"));
    }

    [Fact]
    public void The_first_visible_sheet_with_known_headers_is_read()
    {
        var file = Reading.Locations(Sheets.Of([
            ("Skjult", "hidden", Good("H1")), ("Meget skjult", "veryHidden", Good("H2")), ("Noter", "visible", Sheets.Row(1, "Husk", "at")), ("Tom", "visible", ""),
            ("Liste", "visible", Good("B1")), ("Anden", "visible", Good("B2"))]));

        Assert.Equal(["B1"], file.Column("code"));
    }

    [Fact]
    public void A_fault_is_told_with_the_row_number_that_Excel_shows()
    {
        var file = Reading.Locations(Sheets.Of(Sheets.Row(3, Headers) + Sheets.Row(9, "B1", "a", "N", "x", "begge")));

        Assert.Equal(["line 9: users: number.not-whole"], file.Told());
    }

    [Fact]
    public void A_formula_counts_as_its_cached_value_and_without_one_is_a_fault()
    {
        var file = Reading.Locations(Sheets.Of(Sheets.Row(1, Headers)
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
        var file = Reading.Locations(Sheets.Of(Sheets.Row(1, Headers) + Sheets.Row(2, cell, "a", "N", "1", "begge")));

        Assert.Equal([code], file.Column("code"));
    }

    [Theory]
    [InlineData("<c r=\"A2\" s=\"4\"><v>101901234</v></c>", "<c r=\"B2\"><v>1</v></c>", "code")]
    [InlineData("<c r=\"A2\"><v>1</v></c>", "<c r=\"B2\" s=\"4\"><v>101901234</v></c>", "name")]
    public void The_guard_sees_numbers_as_their_format_shows_them(string code, string name, string column)
    {
        var file = Reading.Locations(
            Sheets.Of(Sheets.Row(1, Headers) + Sheets.Row(2, code, name, "N", "1", "begge")), text => text == "010190-1234" ? new(true, "0101**-****", "Certain") : null);

        Assert.Equal([$"line 2: {column}: person.certain"], file.Told());
        Assert.Equal([""], file.Column(column));
        Assert.Contains("0101**-****", file.Rows[0].Shown);
    }

    [Fact]
    public void A_number_format_is_not_applied_to_names_and_shared_runs_are_joined()
    {
        var file = Reading.Locations(Sheets.Of(
            Sheets.Row(1, Headers) + Sheets.Row(2, "B1", "<c r=\"B2\" s=\"1\"><v>7</v></c>", "<c r=\"C2\" t=\"s\"><v>1</v></c>", "1", "begge")));

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
    public void Hidden_rows_and_columns_count()
    {
        var rows = Sheets.Row(1, Headers) + Sheets.Row(2, "B1", "a", "N", "1", "begge").Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal);

        Assert.Equal(["B1"], Reading.Locations(Sheets.Of(rows)).Column("code"));
    }

    [Fact]
    public void Cells_without_addresses_follow_each_other()
    {
        const string Cells = "<c t=\"inlineStr\"><is><t>{0}</t></is></c>";
        string Row(params string[] texts) => $"<row>{string.Concat(texts.Select(text => Cells.Replace("{0}", text, StringComparison.Ordinal)))}</row>";

        Assert.Equal(["B1"], Reading.Locations(Sheets.Of(Row(Headers) + Row("B1", "a", "N", "1", "begge"))).Column("code"));
    }

    [Fact]
    public void Control_characters_that_Excel_escapes_are_faults_too() => Assert.Equal(
        ["line 2: name: cell.control"], Reading.Locations(Sheets.Of(Sheets.Row(1, Headers) + Sheets.Row(2, "B1", "a_x0007_b", "N", "1", "begge"))).Told());

    [Fact]
    public void What_is_beside_the_table_is_ignored_and_never_followed()
    {
        var file = Reading.Locations(Sheets.Of(
            [("Ark1", "visible", Good("B1"))], false, ("xl/vbaProject.bin", "makro"), ("xl/externalLinks/externalLink1.xml", "<x href=\"http://127.0.0.1:1/\"/>"),
            ("xl/worksheets/_rels/sheet1.xml.rels", "<Relationships><Relationship TargetMode=\"External\" Target=\"http://127.0.0.1:1/\"/></Relationships>")));

        Assert.Empty(file.Told());
    }

    [Fact]
    public void An_outside_entity_is_never_fetched() => Assert.Equal(
        ["file: file.damaged"], Reading.Locations(Sheets.Zip(("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><workbook>&x;</workbook>"))).Told());

    [Fact]
    public void Encrypted_and_old_files_are_refused()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

        Assert.Equal(["file: file.old"], Reading.Locations(old).Told());
        Assert.Equal(["file: file.encrypted"], Reading.Locations([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Told());
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        var whole = Sheets.Of(Good("B1"));

        Assert.Equal(["file: file.damaged"], Reading.Locations(whole[..(whole.Length / 2)]).Told());
        Assert.Equal(["file: file.damaged"], Reading.Locations(Sheets.Of("<row><c></row>")).Told());
        Assert.Equal(["file: file.damaged"], Reading.Locations(Sheets.Of(Sheets.Row(1, "<c r=\"A1\" t=\"s\"><v>99</v></c>"))).Told());
        Assert.Equal(["file: file.no-sheet"], Reading.Locations(Sheets.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))).Told());
        Assert.Equal(["file: file.no-sheet"], Reading.Locations(Sheets.Of("")).Told());
    }

    [Fact]
    public void A_bomb_is_refused_while_it_is_unpacked()
    {
        var padding = new string(' ', 70 * 1024 * 1024);
        var declared = Sheets.Of([("Ark1", "visible", Good("B1"))], false, ("xl/media/image1.png", padding));
        var hidden = Sheets.Of(Sheets.Row(1, Headers) + padding + Sheets.Row(2, "B1", "a", "N", "1", "begge"));

        Assert.Equal(["file: file.too-large"], Reading.Locations(declared).Told());
        Assert.Equal(["file: file.too-large"], Reading.Locations(hidden).Told());
        Assert.Equal(["file: file.damaged"], Reading.Locations(Lying(hidden)).Told());
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

    private static string Good(string code) => Sheets.Row(1, Headers) + Sheets.Row(2, code, "a", "N", "1", "begge");

    private static string Dated(string cell) => Sheets.Row(1, Headers) + Sheets.Row(2, "B1", "a", "N", "1", "begge", cell);

    /// <summary>Says in its table of contents that every large part is small.</summary>
    private static byte[] Lying(byte[] zip)
    {
        for (var i = 0; i + 46 < zip.Length; i++)
            if (zip.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8) && BitConverter.ToInt32(zip, i + 24) > 1_000_000)
                BitConverter.TryWriteBytes(zip.AsSpan(i + 24), 1_000);
        return zip;
    }
}
