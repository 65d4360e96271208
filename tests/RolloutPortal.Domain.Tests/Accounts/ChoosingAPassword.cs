using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Domain.Tests.Accounts;

public sealed class ChoosingAPassword
{
    private const string Email = "aase.aerlig@eksempel.dk";

    [Theory]
    [InlineData("hest batteri hæfteklamme")]
    [InlineData("tolv tegn!!1")]
    [InlineData("aase.aerlig@eksempel.dk og mere")]
    public void A_long_one_is_enough(string password) => Assert.Null(PasswordRule.Check(password, Email));

    [Theory]
    [InlineData("", AccountRefusals.PasswordTooShort)]
    [InlineData("elleve tegn", AccountRefusals.PasswordTooShort)]
    [InlineData("aase.aerlig@eksempel.dk", AccountRefusals.PasswordIsEmail)]
    [InlineData("AASE.AERLIG@EKSEMPEL.DK ", AccountRefusals.PasswordIsEmail)]
    [InlineData("123412341234", AccountRefusals.PasswordTooSimple)]
    [InlineData("            ", AccountRefusals.PasswordTooSimple)]
    public void What_anybody_would_try_first_is_not(string password, string refusal) =>
        Assert.Equal(refusal, PasswordRule.Check(password, Email)?.Key);

    [Fact]
    public void The_name_before_the_at_is_not_either() =>
        Assert.Equal(AccountRefusals.PasswordIsEmail, PasswordRule.Check("aase.aerlig-m", "aase.aerlig-m@eksempel.dk")?.Key);

    [Fact]
    public void It_may_be_a_poem_and_not_a_book() =>
        Assert.Equal(AccountRefusals.PasswordTooLong, PasswordRule.Check(string.Concat(Enumerable.Repeat("abcdefgh", 26)), Email)?.Key);
}
