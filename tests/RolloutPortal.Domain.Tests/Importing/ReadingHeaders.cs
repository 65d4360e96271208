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

    [Theory]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-01-01;", "1;Ane;a@e.dk;x;b1;2023-01-01;", "line 3: from: period.overlap")]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-01-01;2022-12-31", "1;Ane;a@e.dk;X;B1;2022-12-31;", "line 3: from: period.overlap")]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-06-01;2022-06-30", "1;Ane;a@e.dk;x;B1;2022-01-01;9999-12-31", "line 3: from: period.overlap")]
    [InlineData("a1;Ane;a@e.dk;x;B1;2022-01-01;", "A1;Ane;a@e.dk;x;B1;2022-01-01;", "line 3: from: period.overlap")]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-01-02;2022-01-01", "2;Bo;b@e.dk;x;B1;2022-01-01;", "line 2: from: period.from-after-to")]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-01-01;", "2;Bo;A@E.dk;x;B1;2022-01-01;", "line 3: email: email.twice")]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-01-01;", "1;Ane B;a@e.dk;x;B2;2022-01-01;", "line 3: name: person.otherwise")]
    public void Rows_of_employees_that_contradict_each_other(string first, string second, string fault) => Assert.Equal([fault], Employees(first, second));

    [Theory]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-01-01;2022-12-31", "1;Ane;a@e.dk;x;B1;2023-01-01;")]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-01-01;", "1;Ane;a@e.dk;x;B2;2022-01-01;")]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-01-01;", "1;Ane;a@e.dk;y;B1;2022-01-01;")]
    [InlineData("1;Ane;a@e.dk;x;B1;2022-01-01;2022-01-01", "2;Bo;b@e.dk;y;B1;2022-01-01;")]
    [InlineData("007;Ane;a@e.dk;x;B1;2022-01-01;", "7;Bo;b@e.dk;x;B1;2022-01-01;")]
    public void Moves_part_time_jobs_and_single_days_are_allowed(string first, string second) => Assert.Empty(Employees(first, second));

    private static string[] Employees(params string[] rows)
    {
        var file = Reading.Employees("work_key;name;email;role;location;from;to\n" + string.Join('\n', rows));
        RolloutPortal.Importing.Rows.Repeats.OfEmployees(file.Rows);
        return file.Told();
    }

    private static PersonNumber? Guard(string text) =>
        text.Contains("123456-0000", StringComparison.Ordinal) ? new(true, "1234**-****") : text.Contains("999999", StringComparison.Ordinal) ? new(false, "9999**") : null;
}
