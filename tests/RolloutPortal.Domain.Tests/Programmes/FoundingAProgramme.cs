using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Programmes;

namespace RolloutPortal.Domain.Tests.Programmes;

public sealed class FoundingAProgramme
{
    [Fact]
    public void It_has_a_name_and_the_defaults_of_those_who_work_in_it()
    {
        var command = Any.FoundProgramme(" DOMUS ");

        Assert.Equal(
            new ProgrammeFounded(command.ProgrammeId, "DOMUS", "da", "DK", "Europe/Copenhagen", "DKK"),
            Programme.Initial.Found(command).Only());
    }

    [Fact]
    public void The_same_again_changes_nothing_and_something_else_is_refused()
    {
        var command = Any.FoundProgramme();
        var programme = Programme.Initial.After(p => p.Found(command));

        programme.Found(command).IsNothing();
        programme.Found(command with { Name = "CURA" }).IsRefused(ProgrammeRefusals.AlreadyFounded);
    }

    [Fact]
    public void Language_country_zone_and_currency_must_exist()
    {
        var command = Any.FoundProgramme();

        Programme.Initial.Found(command with { Language = "no" }).IsRefused(ProgrammeRefusals.UnknownLanguage);
        Programme.Initial.Found(command with { Country = "dk" }).IsRefused(ProgrammeRefusals.UnknownCountry);
        Programme.Initial.Found(command with { TimeZone = "Europe/Skanderborg" }).IsRefused(ProgrammeRefusals.UnknownTimeZone);
        Programme.Initial.Found(command with { TimeZone = null }).IsRefused(ProgrammeRefusals.UnknownTimeZone);
        Programme.Initial.Found(command with { Currency = "kr." }).IsRefused(ProgrammeRefusals.UnknownCurrency);
        Programme.Initial.Found(command with { Name = " " }).IsRefused(NameRefusals.Missing);
    }

    [Fact]
    public void It_can_be_renamed_and_only_a_new_name_is_news()
    {
        var programme = Any.Programme();

        Assert.Equal("Modulus Social", programme.After(p => p.Rename("Modulus Social")).Name);
        programme.Rename("DOMUS").IsNothing();
        Programme.Initial.Rename("DOMUS").IsRefused(ProgrammeRefusals.NotFound);
    }

    [Fact]
    public void Its_defaults_can_be_chosen_anew_and_must_exist()
    {
        var programme = Any.Programme();
        var swedish = new ProgrammeDefaults("sv", "SE", "Europe/Stockholm", "SEK");

        Assert.Equal(swedish, programme.After(p => p.ChooseDefaults(swedish)).Defaults);
        programme.ChooseDefaults(new ProgrammeDefaults("da", "DK", "Europe/Copenhagen", "DKK")).IsNothing();
        programme.ChooseDefaults(swedish with { Currency = "kr" }).IsRefused(ProgrammeRefusals.UnknownCurrency);
        Programme.Initial.ChooseDefaults(swedish).IsRefused(ProgrammeRefusals.NotFound);
    }
}
