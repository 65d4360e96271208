using System.Text;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>A file that waits in the portal holds nobody's number, whichever column it stands in.</summary>
public sealed class KeepingNumbersOut
{
    /// <summary><c>X</c> is certainly a number, <c>Y</c> perhaps, and beside the word cpr certainly.</summary>
    private static readonly PersonNumberGuard Guard = text =>
        text.Contains('X', StringComparison.Ordinal) || (text.Contains('Y', StringComparison.Ordinal) && text.Contains("cpr", StringComparison.Ordinal)) ? new PersonNumber(true, "*", "R")
        : text.Contains('Y', StringComparison.Ordinal) ? new PersonNumber(false, "*", "R") : null;

    [Fact]
    public void A_column_that_is_not_imported_is_named_once_with_how_many_and_where()
    {
        var file = Read($"{Reading.Header};nr", "B1;A;N;1;begge;X", "B2;A;N;1;begge;Y", "B3;A;N;1;begge;X");

        Assert.Equal(["file: person.column"], file.Told());
        Assert.Equal(["nr", "R", "2", "2"], file.Faults[0].Values);
        Assert.Equal(1, file.Persons);
    }

    [Fact]
    public void What_may_be_one_is_one_below_a_header_that_says_so() =>
        Assert.Equal(["file: person.column"], Read($"{Reading.Header};cpr", "B1;A;N;1;begge;Y").Told());

    [Fact]
    public void Rows_that_cannot_be_read_are_guarded_as_well() =>
        Assert.Equal(["file: person.column", "line 2: row: row.too-many"], Read(Reading.Header, "B1;A;N;1;begge;;X").Told());

    [Fact]
    public void So_is_a_file_of_another_kind() => Assert.Equal(["file: file.of-employees", "file: person.column"], ImportFile.Read(
        LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes("medarbejdernøgle;navn;e-mail;rolle;lokation;fra\n1;A X;a@e.dk;r;B1;2022-01-01"), Guard, others: [EmployeeFields.Table], isKept: true).Told());

    /// <summary>Of a spreadsheet nobody sees what else is saved with it.</summary>
    [Theory]
    [InlineData("visible")]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void Another_sheet_is_told_by_its_name_with_how_many_and_where(string state)
    {
        var file = Read([("Ark1", "visible", Sheets.GoodLocation("B1")), ("Borgere", state, Sheets.Row(1, "navn", "cpr") + Sheets.Row(4, "Bo", "Y") + Sheets.Row(9, "X Asta", ""))]);

        Assert.Equal(["file: person.sheet"], file.Told());
        Assert.Equal(["Borgere", "R", "2", "4"], file.Faults[0].Values);
        Assert.Equal(1, file.Persons);
    }

    [Fact]
    public void A_name_of_a_sheet_is_told_without_it() =>
        Assert.Equal(["*", "R", "1", "1"], Assert.Single(Read([("Ark1", "visible", Sheets.GoodLocation("B1")), ("Om X", "visible", "")]).Faults).Values);

    [Fact]
    public void What_may_be_one_is_nobodys_question_there() =>
        Assert.Empty(Read([("Ark1", "visible", Sheets.GoodLocation("B1")), ("Andet", "visible", Sheets.Row(1, "nr", "x") + Sheets.Row(2, "Y"))]).Told());

    [Fact]
    public void A_title_above_the_headers_is_guarded()
    {
        var file = Read([("Ark1", "visible", Sheets.Row(1, "Udtræk for X") + Sheets.Row(3, Sheets.LocationHeaders) + Sheets.Row(4, "B1", "a", "N", "1", "begge"))]);

        Assert.Equal(["*", "R", "1"], Assert.Single(file.Faults, fault => fault.Key == ImportFaults.PersonTitle).Values);
        Assert.Single(file.Rows);
    }

    [Fact]
    public void So_is_a_line_that_was_passed() => Assert.Equal(["file: person.title"], ImportFile.Read(
        LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes($"Udtræk for X\n{Reading.Header}\nB1;A;N;1;begge"), Guard, header: 2, isKept: true).Told());

    [Fact]
    public void A_note_at_a_cell_is_guarded()
    {
        var relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"../comments1.xml\"/></Relationships>";
        var notes = "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><commentList><comment ref=\"B2\"><text><r><t>Ring til </t></r><r><t>X</t></r></text></comment></commentList></comments>";

        var file = Read([("Ark1", "visible", Sheets.GoodLocation("B1"))], ("xl/worksheets/_rels/sheet1.xml.rels", relations), ("xl/comments1.xml", notes));

        Assert.Equal(["Ark1", "R", "1", "2"], Assert.Single(file.Faults).Values);
    }

    [Fact]
    public void So_are_a_box_and_the_edges_of_the_paper()
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var relations = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/drawing\" Target=\"../drawings/drawing1.xml\"/></Relationships>";
        var box = "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\"><xdr:sp><xdr:txBody><a:p><a:r><a:t>Ring til X</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>";
        var edge = Sheets.Zip([.. Sheets.Parts(Sheets.Of(Sheets.GoodLocation("B1"))).Select(part => part.Name == "xl/worksheets/sheet1.xml"
            ? (part.Name, part.Content.Replace("</worksheet>", "<headerFooter><oddFooter>&amp;LOm X</oddFooter></headerFooter></worksheet>", StringComparison.Ordinal)) : part)]);

        var file = Read([("Ark1", "visible", Sheets.GoodLocation("B1"))], ("xl/worksheets/_rels/sheet1.xml.rels", relations), ("xl/drawings/drawing1.xml", box));
        var printed = ImportFile.Read(LocationFields.Table, "f.xlsx", edge, Guard, isKept: true);

        Assert.Equal(["Ark1", "R", "1", "1"], Assert.Single(file.Faults).Values);
        Assert.Equal(["Ark1", "R", "1", "1"], Assert.Single(printed.Faults).Values);
    }

    [Fact]
    public void What_a_file_says_of_itself_is_guarded()
    {
        var file = ImportFile.Read(LocationFields.Table, "f.xlsx", Sheets.Zip([.. Sheets.Parts(Sheets.Of([("Ark1", "visible", Sheets.GoodLocation("B1"))], more:
            ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Udtræk</dc:title><dc:subject>Om X</dc:subject></cp:coreProperties>"))).Select(part => part.Name == "_rels/.rels"
            ? (part.Name, part.Content.Replace("</Relationships>", "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>", StringComparison.Ordinal)) : part)]),
            Guard, isKept: true);

        Assert.Equal(["file: person.property"], file.Told());
    }

    [Fact]
    public void The_verb_keeps_no_file_and_reads_no_other_sheet() => Assert.Empty(ImportFile.Read(
        LocationFields.Table, "f.xlsx", Sheets.Of([("Ark1", "visible", Sheets.GoodLocation("B1")), ("Borgere", "visible", Sheets.Row(1, "X"))]), Guard).Told());

    /// <summary>importing.md: columns that are not imported are neither stored nor guarded.</summary>
    [Fact]
    public void A_file_that_is_not_kept_is_guarded_where_it_is_imported() =>
        Assert.Empty(ImportFile.Read(LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes($"{Reading.Header};nr\nB1;A;N;1;begge;X"), Guard).Told());

    private static ImportFile Read((string Name, string State, string Rows)[] sheets, params (string Name, string Content)[] more) =>
        ImportFile.Read(LocationFields.Table, "f.xlsx", Sheets.Of(sheets, more: more), Guard, isKept: true);

    private static ImportFile Read(params string[] lines) =>
        ImportFile.Read(LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)), Guard, isKept: true);
}
