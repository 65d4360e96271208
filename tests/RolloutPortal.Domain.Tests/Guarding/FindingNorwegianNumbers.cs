using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>Eleven digits, two of them control.</summary>
public sealed class FindingNorwegianNumbers : FindingNumbers
{
    [Theory]
    [InlineData("31125750152")]
    [InlineData("311257 50152")]
    [InlineData("31.12.57-50152")]
    [InlineData("71125750146")]
    [InlineData("31525750135")]
    [InlineData("31925750118")]
    [InlineData("71925750101")]
    [InlineData("31125750187")]
    public void Norwegian_a_date_and_both_control_digits_are_certain(string text) =>
        AssertOne(text, PersonNumberRule.NorwegianChecked, Certainty.Certain);

    [Fact]
    public void Norwegian_the_new_control_counts_from_2032()
    {
        Assert.Empty(PersonNumbers.Find("02016126017", new(2031, 12, 31)));
        Assert.Single(PersonNumbers.Find("02016126007", new(2031, 12, 31)));
        Assert.Empty(Find("31125750195"));
    }

    [Theory]
    [InlineData("fødselsnummer 31125750151")]
    [InlineData("fnr 311257 50151")]
    public void Norwegian_failing_digits_are_asked_about_beside_a_word(string text) =>
        AssertOne(text, PersonNumberRule.NorwegianBesideWord, Certainty.Doubtful);
}
