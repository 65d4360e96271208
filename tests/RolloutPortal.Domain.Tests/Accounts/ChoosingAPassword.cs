using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class ChoosingAPassword
{
    private const string Email = "aase.aerlig@eksempel.dk";
    private const string Name = "Åse Hansen Ærlig";

    [Theory]
    [InlineData("hest batteri hæfteklamme")]
    [InlineData("tolv tegn!!1")]
    [InlineData("aase.aerlig@eksempel.dk og mere")]
    [InlineData("en adgangskode med flere ord")]
    [InlineData("åse har 3 hunde og en and")]
    public void A_long_one_is_enough(string password) => Assert.Null(PasswordRule.Check(password, Email, Name));

    [Theory]
    [InlineData("", AccountRefusals.PasswordTooShort)]
    [InlineData("elleve tegn", AccountRefusals.PasswordTooShort)]
    [InlineData("aase.aerlig@eksempel.dk", AccountRefusals.PasswordIsEmail)]
    [InlineData("AASE.AERLIG@EKSEMPEL.DK ", AccountRefusals.PasswordIsEmail)]
    [InlineData("aase.aerlig@eksempel.dk1", AccountRefusals.PasswordIsEmail)]
    [InlineData("Aase.Aerlig1990!", AccountRefusals.PasswordIsEmail)]
    [InlineData("123412341234", AccountRefusals.PasswordTooSimple)]
    [InlineData("            ", AccountRefusals.PasswordTooSimple)]
    [InlineData("123456789012", AccountRefusals.PasswordUsual)]
    [InlineData("987654321098", AccountRefusals.PasswordUsual)]
    [InlineData("qwertyuiop12", AccountRefusals.PasswordUsual)]
    [InlineData("abcdefghijkl", AccountRefusals.PasswordUsual)]
    [InlineData("adgangskode1", AccountRefusals.PasswordUsual)]
    [InlineData("P@ssw0rd2026!", AccountRefusals.PasswordUsual)]
    [InlineData("rolloutportal", AccountRefusals.PasswordUsual)]
    [InlineData("Velkommen 2026", AccountRefusals.PasswordUsual)]
    [InlineData("Åse Hansen Ærlig", AccountRefusals.PasswordIsName)]
    [InlineData("åsehansen1990", AccountRefusals.PasswordIsName)]
    public void What_anybody_would_try_first_is_not(string password, string refusal) =>
        Assert.Equal(refusal, PasswordRule.Check(password, Email, Name)?.Key);

    [Fact]
    public void The_name_before_the_at_is_not_either() =>
        Assert.Equal(AccountRefusals.PasswordIsEmail, PasswordRule.Check("aase.aerlig-m", "aase.aerlig-m@eksempel.dk", Name)?.Key);

    [Fact]
    public void It_may_be_a_poem_and_not_a_book() =>
        Assert.Equal(AccountRefusals.PasswordTooLong, PasswordRule.Check(string.Concat(Enumerable.Repeat("abcdefgh", 26)), Email, Name)?.Key);
}
