using System.Text;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>Headers, what is not imported, the guard, and rows that contradict each other.</summary>
public sealed class ReadingHeaders
{
    [Theory]
    [InlineData("kode;navn;område;brugere;side")]
    [InlineData("code;name;area;users;side")]
    [InlineData("Kod;Namn;Område;Användare;Sida")]
    [InlineData(" KODE ;\"\"\"navn\"\"\";OMRA\u030aDE;Brugere\u00a0;\"side\"")]
    public void They_match_in_three_languages_composed_and_without_case(string header) =>
        Assert.Empty(Reading.Locations($"{header}\nB1;a;Nord;1;begge").Told());

    [Fact]
    public void They_stand_in_any_order()
    {
        var file = Reading.Locations("side;brugere;note;navn;område;kode\nbegge;1;x;a;Nord;B1");

        Assert.Empty(file.Told());
        Assert.Equal(["B1"], file.Column("code"));
        Assert.Equal(["note"], file.Columns.Where(column => column.Field is null).Select(column => column.Header));
    }

    [Fact]
    public void Two_columns_for_one_field_are_a_fault_of_the_header() =>
        Assert.Equal(["line 1: code: column.twice"], Reading.Locations("kode;code;navn;område;brugere;side\nB1;B1;a;Nord;1;begge").Told());

    [Fact]
    public void A_required_column_that_is_missing_is_one_fault() =>
        Assert.Equal(["line 1: users: column.missing"], Reading.Locations("kode;navn;område;side\nB1;a;Nord;begge\nB2;b;Nord;begge").Told());

    [Fact]
    public void Every_kind_has_headers_that_no_two_of_its_fields_share()
    {
        foreach (var table in (FieldTable[])[LocationFields.Table, EmployeeFields.Table])
        {
            var all = table.Fields.SelectMany(field => field.Headers.Values.SelectMany(names => names).Select(HeaderText.Canonical).Distinct()).ToList();

            Assert.Equal(all.Distinct(), all);
            Assert.All(table.Fields, field => Assert.All(["da", "sv", "en"], language => Assert.NotEmpty(field.Headers[language])));
        }
    }

    [Fact]
    public void A_certain_person_number_is_a_fault_of_its_cell_and_never_quoted()
    {
        var file = Reading.Locations($"{Reading.Header}\nB1;a;Nord;123456-0000;begge", Guard);

        var fault = Assert.Single(file.Rows[0].Faults);
        Assert.Equal(("users", "person.certain", "1234**-****"), (fault.Column, fault.Key, fault.Values[0]));
        Assert.DoesNotContain("0000", string.Join(' ', file.Rows[0].Shown), StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubtful_one_is_a_question()
    {
        var row = Reading.Locations($"{Reading.Header}\nB1;doubt 999999;Nord;1;begge", Guard).Rows[0];

        Assert.True(row.IsSound);
        Assert.Equal("name", Assert.Single(row.Doubts).Column);
    }

    [Fact]
    public void Columns_that_are_not_imported_are_not_guarded() =>
        Assert.Empty(Reading.Locations($"{Reading.Header};note\nB1;a;Nord;1;begge;123456-0000", Guard).Told());

    [Fact]
    public void Headers_are_guarded_for_they_are_shown_and_may_be_the_first_person()
    {
        var file = Reading.Locations("kode;navn;område;brugere;side;123456-0000;Sag 999999\nB1;a;Nord;1;begge;;", Guard);

        Assert.Equal(["line 1: row: person.certain"], file.Told());
        Assert.Equal(["1234**-****", "9999**"], file.Columns.Skip(5).Select(column => column.Header));
        Assert.Equal("1234**-****", Assert.Single(file.Faults).Values[0]);
    }

    [Fact]
    public void What_a_fault_quotes_it_quotes_with_discretion()
    {
        var file = Reading.Locations($"{Reading.Header}\n999999;a;N;1;begge\n999999;b;N;1;begge\nB2;c;N;1;999999", Guard);
        RolloutPortal.Importing.Rows.Repeats.OfLocations(file.Rows);

        var quoted = file.Rows.SelectMany(row => row.Faults).SelectMany(fault => fault.Values);
        Assert.Equal(["line 3: code: code.twice", "line 4: side: choice.none"], file.Told());
        Assert.DoesNotContain(quoted, value => value.Contains("999999", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_fault_quotes_stays_on_one_line()
    {
        var file = Reading.Locations($"{Reading.Header};åbningstider\nB1;a;N;1;begge;\"man 8-16;\nsøn x-y\"");

        Assert.All(file.Rows[0].Faults.SelectMany(fault => fault.Values), value => Assert.DoesNotContain('\n', value));
        Assert.NotEmpty(file.Rows[0].Faults);
    }

    [Fact]
    public void The_files_name_is_guarded()
    {
        var file = ImportFile.Read(LocationFields.Table, "123456-0000.csv", Encoding.UTF8.GetBytes(Reading.Header), Guard);

        Assert.Equal(["file: file.name-person"], file.Told());
    }

    [Fact]
    public void A_second_row_with_a_code_is_a_fault_of_the_later()
    {
        var file = Reading.Locations($"{Reading.Header}\nb1;a;N;1;begge\n007;b;N;1;begge\n7;c;N;1;begge\nB1;d;N;1;begge");
        RolloutPortal.Importing.Rows.Repeats.OfLocations(file.Rows);

        Assert.Equal(["line 5: code: code.twice"], file.Told());
    }

    private static PersonNumber? Guard(string text) =>
        text.Contains("123456-0000", StringComparison.Ordinal) ? new(true, "1234**-****", "Certain") : text.Contains("999999", StringComparison.Ordinal) ? new(false, "9999**", "Doubtful") : null;
}
