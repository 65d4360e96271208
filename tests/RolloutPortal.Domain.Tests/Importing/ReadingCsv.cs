namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>CSV files, sentence by sentence of importing.md: delimiters, lines, quotes, empty rows.</summary>
public sealed class ReadingCsv
{
    [Theory]
    [InlineData("kode;navn;område;brugere;side\nB1;Åbo, vest;Nord;5;begge")]
    [InlineData("kode,navn,område,brugere,side\nB1,\"Åbo, vest\",Nord,5,begge")]
    [InlineData("\"kode\",\"navn; kort\",navn,område,brugere,side\nB1,x,\"Åbo, vest\",Nord,5,begge")]
    public void The_delimiter_is_found_from_the_header(string csv) => Assert.Equal(["Åbo, vest"], Reading.Locations(csv).Column("name"));

    [Fact]
    public void A_first_line_with_the_delimiter_is_skipped_and_counted()
    {
        var file = Reading.Locations($"sep=;\r\n{Reading.Header}\r\nB1;Åbo;Nord;x;begge");

        Assert.Equal(["line 3: users: number.not-whole"], file.Told());
    }

    [Theory]
    [InlineData("kode\tnavn\tområde\tbrugere\tside\n", "file.tab")]
    [InlineData("kode|navn|område|brugere|side\n", "file.delimiter")]
    [InlineData("sep=\t\nkode\tnavn\n", "file.tab")]
    [InlineData("sep=|\nkode|navn\n", "file.delimiter")]
    public void Tab_and_bar_are_refused(string csv, string fault) => Assert.Equal([$"file: {fault}"], Reading.Locations(csv).Told());

    [Fact]
    public void Lines_end_as_they_like()
    {
        var file = Reading.Locations($"{Reading.Header}\r\nB1;a;N;1;begge\nB2;b;N;2;begge\rB3;c;N;3;begge\r\n\r\nB4;d;N;x;begge");

        Assert.Equal(["B1", "B2", "B3", "B4"], file.Column("code"));
        Assert.Equal(["line 6: users: number.not-whole"], file.Told());
    }

    [Fact]
    public void A_quoted_value_holds_delimiters_quotes_and_lines_which_are_counted()
    {
        var file = Reading.Locations($"{Reading.Header}\nB1;\"a \"\"b\"\"; c\";\"N\r\nx\";1;begge\nB2;b;N;x;begge");

        Assert.Equal("a \"b\"; c", file.Rows[0].Get<string>("name"));
        Assert.Equal(["line 2: area: cell.new-line", "line 4: users: number.not-whole"], file.Told());
    }

    [Theory]
    [InlineData("B1;a\"b;N;1;begge", "row.quote-inside")]
    [InlineData("B1;\"a\"b;N;1;begge", "row.quote-inside")]
    [InlineData("B1;\"a;N;1;begge", "row.quote-open")]
    [InlineData("B1;\"a\n;N;1;begge", "row.quote-open")]
    public void A_stray_quote_is_a_fault_of_the_line_where_the_record_starts(string row, string fault) =>
        Assert.Equal([$"line 3: row: {fault}"], Reading.Locations($"{Reading.Header}\n\n{row}").Told());

    [Fact]
    public void A_quote_inside_a_value_does_not_swallow_the_next_record()
    {
        var file = Reading.Locations($"{Reading.Header}\nB1;5\" rør;N;1;begge\nB2;b;N;x;begge");

        Assert.Equal(["line 2: row: row.quote-inside", "line 3: users: number.not-whole"], file.Told());
    }

    [Fact]
    public void A_record_over_two_lines_with_a_fault_is_told_at_its_start() => Assert.Equal(
        ["line 2: row: row.too-few"], Reading.Locations($"{Reading.Header}\nB1;\"a\nb\";N\n").Told());

    [Theory]
    [InlineData("B1;a;N;1", "row.too-few")]
    [InlineData("B1;a;N;1;begge;x", "row.too-many")]
    public void Too_many_or_too_few_fields_are_a_fault_of_the_line(string row, string fault) =>
        Assert.Equal([$"line 2: row: {fault}"], Reading.Locations($"{Reading.Header}\n{row}").Told());

    [Theory]
    [InlineData("kode;navn;område;brugere;side", "B1;a;N;1;begge;")]
    [InlineData("kode;navn;område;brugere;side;", "B1;a;N;1;begge")]
    [InlineData("kode;navn;område;brugere;side;;", "B1;a;N;1;begge;;;")]
    public void A_trailing_empty_field_is_no_fault(string header, string row) => Assert.Empty(Reading.Locations($"{header}\n{row}").Told());

    [Fact]
    public void Rows_of_delimiters_and_white_space_are_skipped()
    {
        var file = Reading.Locations($"\n;;\n{Reading.Header}\n;;;;\n  ; ;\t;;\n\u00a0\nB1;a;N;x;begge\n   \n");

        Assert.Equal(["line 7: users: number.not-whole"], file.Told());
        Assert.Single(file.Rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("\ufeff")]
    [InlineData("sep=;\n")]
    public void An_empty_file_is_a_fault(string csv) => Assert.Equal(["file: file.empty"], Reading.Locations(csv).Told());

    [Fact]
    public void A_header_without_rows_is_none()
    {
        var file = Reading.Locations(Reading.Header);

        Assert.Empty(file.Told());
        Assert.Empty(file.Rows);
    }

    [Fact]
    public void All_faults_of_all_rows_are_told()
    {
        var file = Reading.Locations($"{Reading.Header}\n;;;x;y\nB1;a;N;1;begge\n;a;N;1;begge");

        Assert.Equal(
            ["line 2: code: cell.missing", "line 2: name: cell.missing", "line 2: area: cell.missing", "line 2: users: number.not-whole",
                "line 2: side: choice.none", "line 4: code: cell.missing"], file.Told());
    }
}
