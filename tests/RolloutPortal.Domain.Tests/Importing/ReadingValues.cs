namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>What cells mean, sentence by sentence of importing.md.</summary>
public sealed class ReadingValues
{
    [Theory]
    [InlineData("2022-01-24")]
    [InlineData("24-01-2022")]
    [InlineData("24.01.2022")]
    [InlineData("24/01/2022")]
    [InlineData("24.1.2022")]
    [InlineData("2022-1-24")]
    [InlineData("\u00a024.01.2022 ")]
    [InlineData("24.01.2022 00:00")]
    [InlineData("24.01.2022 00.00.00")]
    [InlineData("2022-01-24T00:00:00.000")]
    [InlineData("44585")]
    public void A_day_is_written_in_many_ways(string typed) => Assert.Equal(new DateOnly(2022, 1, 24), Reading.Cell("valid_from", typed));

    [Theory]
    [InlineData("4/1/2022", 2022, 1, 4)]
    [InlineData("20000", 1954, 10, 3)]
    [InlineData("80000", 2119, 1, 11)]
    public void The_day_comes_first_and_a_number_is_a_serial(string typed, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Reading.Cell("valid_from", typed));

    [Theory]
    [InlineData("24-01-22", "date.two-digits")]
    [InlineData("24.01.2022 08:30", "date.time")]
    [InlineData("1899-12-31", "date.too-early")]
    [InlineData("31-12-1899", "date.too-early")]
    [InlineData("9999-12-31", "date.too-late")]
    [InlineData("2200-01-01", "date.too-late")]
    [InlineData("30-02-2022", "date.none")]
    [InlineData("01/24/2022", "date.none")]
    [InlineData("24.01-2022", "date.none")]
    [InlineData("19999", "date.none")]
    [InlineData("80001", "date.none")]
    [InlineData("44585,5", "date.none")]
    [InlineData("i morgen", "date.none")]
    public void What_is_no_day_is_a_fault(string typed, string fault) => Assert.Equal(fault, Reading.Cell("valid_from", typed));

    [Theory]
    [InlineData("1250", 1250)]
    [InlineData("1.250", 1250)]
    [InlineData("1 250", 1250)]
    [InlineData("1\u00a0250", 1250)]
    [InlineData("1\u202f250", 1250)]
    [InlineData("12,0", 12)]
    [InlineData("0", 0)]
    [InlineData("1.250,00", 1250)]
    public void Whole_numbers(string typed, int number) => Assert.Equal(number, Reading.Cell("users", typed));

    [Theory]
    [InlineData("12,5", "number.not-whole")]
    [InlineData("1,250", "number.not-whole")]
    [InlineData("1,000", "number.not-whole")]
    [InlineData("1e3", "number.not-whole")]
    [InlineData("-1", "number.not-whole")]
    [InlineData("−1", "number.not-whole")]
    [InlineData("+1", "number.not-whole")]
    [InlineData("1.25", "number.not-whole")]
    [InlineData("0.250", "number.not-whole")]
    [InlineData("12.5000", "number.not-whole")]
    [InlineData("١٢", "number.not-whole")]
    [InlineData("20001", "number.out-of-range")]
    [InlineData("99999999999999999999999", "number.out-of-range")]
    public void Where_a_whole_number_is_due_others_are_faults(string typed, string fault) => Assert.Equal(fault, Reading.Cell("users", typed));

    [Theory]
    [InlineData("2,5", 2.5)]
    [InlineData("2.5", 2.5)]
    [InlineData("-0,25", -0.25)]
    [InlineData("0.250", 0.25)]
    [InlineData("1,250", 1.25)]
    [InlineData("1.250,5", 1250.5)]
    [InlineData("1 250,5", 1250.5)]
    [InlineData("1250", 1250)]
    [InlineData("1.2500", 1.25)]
    public void Decimals_have_a_comma_or_a_point(string typed, double number) => Assert.Equal((decimal)number, Amount(typed));

    [Theory]
    [InlineData("1.250", "number.ambiguous")]
    [InlineData("12.500.000", "number.ambiguous")]
    [InlineData("1e3", "number.none")]
    [InlineData("1,2,3", "number.none")]
    [InlineData("1.2.3", "number.none")]
    public void A_decimal_that_may_be_a_thousand_is_ambiguous(string typed, string fault) => Assert.Equal(fault, Amount(typed));

    [Theory]
    [InlineData("a\0b", "cell.control")]
    [InlineData("a\u0007b", "cell.control")]
    [InlineData("a\tb", "cell.control")]
    [InlineData("a\u202eb", "cell.direction")]
    [InlineData("a\u202ab", "cell.direction")]
    [InlineData("a\u2066b", "cell.direction")]
    [InlineData("a\u2069b", "cell.direction")]
    [InlineData("a\nb", "cell.new-line")]
    [InlineData("a\u2028b", "cell.new-line")]
    [InlineData("a\ud800b", "cell.control")]
    public void Unsuitable_text_is_a_fault(string typed, string fault) => Assert.Equal(fault, Reading.Cell("name", typed));

    [Fact]
    public void Text_has_an_end()
    {
        Assert.Equal("cell.too-long", Reading.Cell("name", new string('x', 1_001)));
        Assert.Equal("cell.too-long", Reading.Cell("users", new string('1', 1_001)));
        Assert.Equal("cell.too-long", Reading.Cell("name", new string('x', 81)));
        Assert.Equal("cell.too-long", Reading.Cell("code", new string('x', 21)));
    }

    [Fact]
    public void Zero_width_characters_are_removed_from_codes_and_names()
    {
        Assert.Equal("B1", Reading.Cell("code", "B\u200b1\ufeff"));
        Assert.Equal("Åbo", Reading.Cell("name", "A\u030a\u200bbo"));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+45")]
    [InlineData("-x")]
    [InlineData("@x")]
    public void What_looks_like_a_formula_is_stored_as_typed(string typed) => Assert.Equal(typed, Reading.Cell("name", typed));

    [Theory]
    [InlineData("myndighed", "Casework")]
    [InlineData("CASEWORK", "Casework")]
    [InlineData("Udfører", "Provider")]
    [InlineData("utförare", "Provider")]
    [InlineData("begge", "Both")]
    [InlineData("ved ikke", "choice.none")]
    public void A_side_has_words_in_three_languages(string typed, string side) => Assert.Equal(side, Reading.Cell("side", typed));

    [Fact]
    public void Opening_hours_and_zones_are_read()
    {
        var file = Reading.Locations("kode;navn;område;brugere;side;åbningstider;tidszone\nB1;a;N;1;begge;man-fre 8-16;Europe/Stockholm\nB2;b;N;1;begge;altid;Mars/Olympus");

        Assert.Equal(["mon-fri 08:00-16:00", ""], file.Column("opening_hours"));
        Assert.Equal(["line 3: time_zone: zone.none", "line 3: opening_hours: hours.none"], file.Told());
    }

    [Theory]
    [InlineData("ane@eksempel.dk", "ane@eksempel.dk")]
    [InlineData("Ane@XN--BLBR-ROAH.dk", "ane@blåbær.dk")]
    [InlineData("Ane Hansen <ane@eksempel.dk>", "email.none")]
    [InlineData("ane@eksempel.dk, bo@eksempel.dk", "email.none")]
    [InlineData("ane", "email.none")]
    public void An_e_mail_is_one_address(string typed, string meaning)
    {
        var row = Reading.Employees($"work_key;name;email;role;location;from\n1;Ane;\"{typed}\";x;B1;2022-01-01").Rows.Single();

        Assert.Equal(meaning, row.Get<string>("email") ?? row.Faults.Single().Key);
    }

    private static object? Amount(string typed)
    {
        var value = RolloutPortal.Importing.Values.CellValue.Read(
            RolloutPortal.Importing.Fields.Field.Of("hours", RolloutPortal.Importing.Fields.FieldKind.Amount, true, [], []), new(typed), is1904: false);
        return value.Of ?? value.Fault;
    }
}
