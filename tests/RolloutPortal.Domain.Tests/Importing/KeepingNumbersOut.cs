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

    /// <summary>importing.md: columns that are not imported are neither stored nor guarded.</summary>
    [Fact]
    public void A_file_that_is_not_kept_is_guarded_where_it_is_imported() =>
        Assert.Empty(ImportFile.Read(LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes($"{Reading.Header};nr\nB1;A;N;1;begge;X"), Guard).Told());

    private static ImportFile Read(params string[] lines) =>
        ImportFile.Read(LocationFields.Table, "f.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)), Guard, isKept: true);
}
