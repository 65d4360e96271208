using System.Text;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>CSV files, sentence by sentence of importing.md.</summary>
public sealed class ReadingCsv
{
    private const string Row = "B1;Åbo;Nord;5;begge";

    [Fact]
    public void Utf8_is_read_with_its_mark_and_without() => Assert.All(
        [Encoding.UTF8.GetBytes($"{Reading.Header}\n{Row}"), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{Reading.Header}\n{Row}")]],
        content => Assert.Equal(["Åbo"], Reading.Locations(content).Column("name")));

    [Fact]
    public void What_is_not_utf8_is_windows_1252()
    {
        byte[] content = [.. Encoding.Latin1.GetBytes("kode;navn;område;brugere;side\nB1;Åbo "), 0x93, (byte)'x', 0x94, .. ";Nord;5;begge"u8];

        Assert.Equal(["Åbo “x”"], Reading.Locations(content).Column("name"));
    }

    [Fact]
    public void A_byte_that_windows_1252_does_not_know_is_a_fault_of_its_cell()
    {
        byte[] content = [.. Encoding.Latin1.GetBytes("kode;navn;område;brugere;side\nB1;Åx"), 0x81, .. "b;Nord;5;begge"u8];

        Assert.Equal(["line 2: name: cell.control"], Reading.Locations(content).Told());
    }

    public static TheoryData<string, bool> Wide => new()
    {
        { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "utf-32", true }, { "utf-32", false },
    };

    [Theory, MemberData(nameof(Wide))]
    public void Utf16_and_utf32_are_refused(string name, bool isMarked)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(["file: file.utf-16"], Reading.Locations([.. isMarked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Row)]).Told());
    }

    [Theory]
    [InlineData("Dagtilbud »LANGØ« på øen")]
    [InlineData("”BLÅ” stue, Æ° og Ö½")]
    public void A_capital_before_a_sign_is_no_mixture(string name) =>
        Assert.Equal([name], Reading.Locations(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes($"{Reading.Header}\nB1;{name};Nord;5;begge")).Column("name"));

    [Fact]
    public void A_file_that_mixes_encodings_is_refused()
    {
        byte[] mixed = [.. Encoding.UTF8.GetBytes($"{Reading.Header}\n{Row}\n"), .. Encoding.Latin1.GetBytes("B2;Øst;Nord;5;begge")];
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.Latin1.GetBytes(Row)];

        Assert.All([mixed, marked], content => Assert.Equal(["file: file.mixed"], Reading.Locations(content).Told()));
    }

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
    public void A_line_of_nothing_but_delimiters_costs_no_memory() =>
        Assert.Empty(Reading.Locations($"{Reading.Header}\n{new string(';', 2_000_000)}\nB1;a;N;1;begge").Told());

    /// <summary>A line of 60 MB took gigabytes: what is longer than any cell is not read to its end.</summary>
    [Theory]
    [InlineData("a", "line 2: row: row.too-long")]
    [InlineData("1 ", "line 2: row: row.too-long")]
    [InlineData("311257-5005 ", "line 2: row: row.too-long")]
    public void What_is_too_long_to_be_a_cell_ends_the_reading(string piece, string told)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000_000 / piece.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal([told], Reading.Locations($"{Reading.Header}\n{text}").Told());
        Assert.Equal([told.Replace("line 2", "line 1", StringComparison.Ordinal)], Reading.Locations(text).Told());
        Assert.Equal([told], Reading.Locations($"{Reading.Header}\nB1;\"{text}\";N;1;begge").Told());
        Assert.Equal(["line 2: row: row.quote-open"], Reading.Locations($"{Reading.Header}\nB1;\"{text}").Told());
        // The texts of this test themselves: the bytes and characters of four files.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000_000);
    }

    [Fact]
    public void So_does_a_record_that_is_too_long()
    {
        var cells = string.Join(';', Enumerable.Repeat(new string('a', 30_000), 40));

        Assert.Equal(["line 2: row: row.too-long"], Reading.Locations($"{Reading.Header}\n{cells}").Told());
    }

    [Fact]
    public void A_long_cell_that_Excel_could_hold_is_a_fault_of_its_own() => Assert.Equal(
        ["line 2: name: cell.too-long"], Reading.Locations($"{Reading.Header}\nB1;{new string('a', 32_767)};N;1;begge").Told());

    [Fact]
    public void More_columns_than_may_be_are_a_fault_of_the_header()
    {
        var fault = Assert.Single(Reading.Locations(string.Join(';', Enumerable.Range(1, 300).Select(i => $"k{i}"))).Faults);

        Assert.Equal((1, "row.columns", "256"), (fault.Line, fault.Key, fault.Values[0]));
    }

    [Fact]
    public void More_fields_than_that_are_counted_in_their_row()
    {
        var row = Assert.Single(Reading.Locations($"{Reading.Header}\n{string.Join(';', Enumerable.Repeat("x", 300))}").Rows);

        Assert.Equal(["300", "5"], Assert.Single(row.Faults).Values);
    }

    [Fact]
    public void How_much_has_been_read_is_told()
    {
        var told = new List<(int Rows, double? Share)>();
        var csv = Reading.Header + string.Concat(Enumerable.Range(1, 2_000).Select(i => $"\nB{i};a;N;1;begge"));

        ImportFile.Read(LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes(csv), _ => null, told: (rows, share) => told.Add((rows, share)));

        Assert.Equal([500, 1_000, 1_500, 2_000], told.Select(one => one.Rows));
        Assert.All(told, one => Assert.Equal(one.Rows / 2_000d, one.Share!.Value, tolerance: 0.02));
    }

    [Fact]
    public void A_file_over_64_megabytes_is_refused() =>
        Assert.Equal(["file: file.too-large"], Reading.Locations(new byte[(64 * 1024 * 1024) + 1]).Told());

    [Fact]
    public void All_faults_of_all_rows_are_told()
    {
        var file = Reading.Locations($"{Reading.Header}\n;;;x;y\nB1;a;N;1;begge\n;a;N;1;begge");

        Assert.Equal(
            ["line 2: code: cell.missing", "line 2: name: cell.missing", "line 2: area: cell.missing", "line 2: users: number.not-whole",
                "line 2: side: choice.none", "line 4: code: cell.missing"], file.Told());
    }
}
