using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>What columns of others' files probably are.</summary>
public sealed class GuessingColumns
{
    [Fact]
    public void A_payroll_list() => Assert.Equal(
        ["work_key", "name", "email", "", "location", "from"],
        Guess(EmployeeFields.Table, ("Medarbejdernr", null), ("Medarbejdernavn", null), ("Arbejdsmail", null), ("Stilling", "role"), ("Afdelingsnr", null), ("Ansat fra", null)));

    [Fact]
    public void A_list_of_units() => Assert.Equal(
        ["code", "name", "area", "users", "side"],
        Guess(LocationFields.Table, ("Enhedsnr", null), ("Afdeling", null), ("Forvaltningsområde", null), ("Antal medarb.", null), ("Type", null)));

    [Fact]
    public void An_abbreviation_with_its_point() => Assert.Equal(["code", "users"], Guess(LocationFields.Table, ("Nr.", null), ("Antal medarb", null)));

    [Fact]
    public void A_field_is_guessed_once_and_never_beside_a_column_that_has_it() => Assert.Equal(
        ["", "name", ""], Guess(EmployeeFields.Table, ("Mail", "email"), ("Medarbejdernavn", null), ("Privatmail", null)));

    [Fact]
    public void The_longer_part_wins() => Assert.Equal(["", "valid_from"], Guess(LocationFields.Table, ("Bemærkning", null), ("Enheden gælder fra", null)));

    [Theory]
    [InlineData("CPR-nummer")]
    [InlineData("Personnummer")]
    [InlineData("Bemærkning")]
    [InlineData("")]
    public void A_number_of_a_person_is_no_key(string header) => Assert.Equal([""], Guess(EmployeeFields.Table, (header, null)));

    private static IEnumerable<string> Guess(FieldTable table, params (string Header, string? Field)[] columns)
    {
        var likely = LikelyFields.Of(table, [.. columns.Select((column, i) => (i, column.Header, column.Field))]);
        return columns.Select((_, i) => likely.GetValueOrDefault(i)?.Name ?? "");
    }
}
