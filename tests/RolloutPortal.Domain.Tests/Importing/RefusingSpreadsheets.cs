using System.Text;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>XLSX files that are no such thing or mean harm, sentence by sentence of importing.md.</summary>
public sealed class RefusingSpreadsheets
{
    [Fact]
    public void What_is_beside_the_table_is_ignored_and_never_followed()
    {
        var file = Reading.Locations(Sheets.Of(
            [("Ark1", "visible", Sheets.GoodLocation("B1"))], false, ("xl/vbaProject.bin", "makro"), ("xl/externalLinks/externalLink1.xml", "<x href=\"http://127.0.0.1:1/\"/>"),
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
        var whole = Sheets.Of(Sheets.GoodLocation("B1"));

        Assert.Equal(["file: file.damaged"], Reading.Locations(whole[..(whole.Length / 2)]).Told());
        Assert.Equal(["file: file.damaged"], Reading.Locations(Sheets.Of("<row><c></row>")).Told());
        Assert.Equal(["file: file.damaged"], Reading.Locations(Sheets.Of(Sheets.Row(1, "<c r=\"A1\" t=\"s\"><v>99</v></c>"))).Told());
        Assert.Equal(["file: file.open-document"], Reading.Locations(Sheets.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))).Told());
        Assert.Equal(["file: file.no-sheet"], Reading.Locations(Sheets.Of("")).Told());
    }

    [Fact]
    public void A_bomb_is_refused_while_it_is_unpacked()
    {
        var padding = new string(' ', 70 * 1024 * 1024);
        var declared = Sheets.Of([("Ark1", "visible", Sheets.GoodLocation("B1"))], false, ("xl/media/image1.png", padding));
        var hidden = Sheets.Of(Sheets.Row(1, Sheets.LocationHeaders) + padding + Sheets.Row(2, "B1", "a", "N", "1", "begge"));

        Assert.Equal(["file: file.too-large"], Reading.Locations(declared).Told());
        Assert.Equal(["file: file.too-large"], Reading.Locations(hidden).Told());
        Assert.Equal(["file: file.damaged"], Reading.Locations(Lying(hidden)).Told());
    }

    /// <summary>A cell of Excel has 32,767 characters at most.</summary>
    [Fact]
    public void A_text_that_no_cell_could_hold_ends_the_reading()
    {
        var text = string.Concat(Enumerable.Repeat("1 ", 10_000_000));
        var shared = Sheets.Zip([.. Sheets.Parts(Sheets.Of(Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, "<c r=\"A2\" t=\"s\"><v>0</v></c>")))
            .Select(part => part.Name == "xl/sharedStrings.xml" ? (part.Name, $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>{text}</t></si></sst>") : part)]);

        Assert.Equal(["file: row.too-long"], Reading.Locations(Sheets.Of(Sheets.Row(1, Sheets.LocationHeaders) + Sheets.Row(2, text))).Told());
        Assert.Equal(["file: row.too-long"], Reading.Locations(shared).Told());
    }

    [Fact]
    public void More_columns_than_may_be_are_a_fault_of_the_header() => Assert.Equal(
        ["line 1: row: row.columns"],
        Reading.Locations(Sheets.Of($"<row r=\"1\">{string.Concat(Enumerable.Range(0, 300).Select(i => $"<c t=\"inlineStr\"><is><t>k{i}</t></is></c>"))}</row>" + Sheets.Row(2, "x"))).Told());

    /// <summary>Says in its table of contents that every large part is small.</summary>
    private static byte[] Lying(byte[] zip)
    {
        for (var i = 0; i + 46 < zip.Length; i++)
            if (zip.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8) && BitConverter.ToInt32(zip, i + 24) > 1_000_000)
                BitConverter.TryWriteBytes(zip.AsSpan(i + 24), 1_000);
        return zip;
    }
}
