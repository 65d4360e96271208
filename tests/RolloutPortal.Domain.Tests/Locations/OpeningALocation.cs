using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Tests.Locations;

public sealed class OpeningALocation
{
    [Fact]
    public void It_is_kept_as_described_with_its_opening_hours_in_one_form()
    {
        var command = Any.OpenLocation("B-017 ", Any.Description(openingHours: "man-fre 8-16"));

        var opened = Assert.IsType<LocationOpened>(Location.Initial.Open(command).Only());

        Assert.Equal(("B-017", "mon-fri 08:00-16:00", 60), (opened.Code, opened.OpeningHours, opened.Users));
    }

    [Fact]
    public void The_same_again_changes_nothing_and_something_else_is_refused()
    {
        var command = Any.OpenLocation();
        var location = Location.Initial.After(l => l.Open(command));

        location.Open(command).IsNothing();
        location.Open(command with { Code = "008" }).IsRefused(LocationRefusals.AlreadyOpened);
    }

    [Theory]
    [InlineData("", LocationRefusals.CodeMissing)]
    [InlineData("B 17", LocationRefusals.CodeUnsuitable)]
    [InlineData("B\u00A017", LocationRefusals.CodeUnsuitable)]
    [InlineData("B\u000717", LocationRefusals.CodeUnsuitable)]
    [InlineData("123456789012345678901", LocationRefusals.CodeTooLong)]
    public void A_code_is_one_to_twenty_characters_without_white_space(string code, string key) =>
        Location.Initial.Open(Any.OpenLocation(code)).IsRefused(key);

    [Theory]
    [InlineData(-1)]
    [InlineData(20_001)]
    public void Users_are_between_none_and_twenty_thousand(int users) =>
        Location.Initial.Open(Any.OpenLocation(description: Any.Description(users))).IsRefused(LocationRefusals.UsersOutOfRange);

    [Fact]
    public void Name_opening_hours_zone_and_day_must_make_sense()
    {
        var good = Any.Description();

        Refused(good with { Name = "" }, NameRefusals.Missing);
        Refused(good with { OpeningHours = "når vi er der" }, LocationRefusals.OpeningHoursUnreadable);
        Refused(good with { TimeZone = "Mars/Olympus" }, LocationRefusals.UnknownTimeZone);
        Location.Initial.Open(Any.OpenLocation(from: DateOnly.MaxValue)).IsRefused(LocationRefusals.FromOutOfRange);
    }

    [Fact]
    public void Codes_compare_without_case_and_leading_zeros_count()
    {
        Assert.Equal(LocationCode.Canonical("bø-07"), LocationCode.Canonical(" BØ-07"));
        Assert.NotEqual(LocationCode.Canonical("007"), LocationCode.Canonical("7"));
    }

    [Fact]
    public void A_wrong_code_can_be_put_right()
    {
        var location = Location.Initial.After(l => l.Open(Any.OpenLocation("007")));

        Assert.Equal("008", location.After(l => l.Recode("008")).Code);
        location.Recode("007").IsNothing();
        location.Recode(" ").IsRefused(LocationRefusals.CodeMissing);
        Location.Initial.Recode("007").IsRefused(LocationRefusals.NotFound);
    }

    private static void Refused(LocationDescription description, string key) =>
        Location.Initial.Open(Any.OpenLocation(description: description)).IsRefused(key);
}
