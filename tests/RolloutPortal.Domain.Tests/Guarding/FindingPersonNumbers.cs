using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>Whose numbers they may be, and which of several counts.</summary>
public sealed class FindingPersonNumbers : FindingNumbers
{
    [Theory]
    [InlineData("311257-5005")]
    [InlineData("cpr 150657-5008")]
    [InlineData("010157-5000")]
    public void Nobody_is_born_after_Today(string text) => Assert.Empty(PersonNumbers.Find(text, new(2026, 11, 22)));

    [Fact]
    public void Somebody_can_be_born_Today_and_nobody_is_over_115()
    {
        Assert.Single(PersonNumbers.Find("311257-5005", new(2057, 12, 31)));
        Assert.Empty(PersonNumbers.Find("311257-5005", new(2057, 12, 30)));
        Assert.Single(PersonNumbers.Find("311257-5005", new(2173, 12, 30)));
        Assert.Empty(PersonNumbers.Find("311257-5005", new(2173, 12, 31)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Ringer mandag")]
    public void A_text_without_numbers_is_free(string? text) => Assert.Empty(PersonNumbers.Find(text, Today));

    [Fact]
    public void The_surest_number_counts()
    {
        Assert.Equal(Certainty.Certain, PersonNumbers.Worst("311257-5006 311257-5005", Today)!.Value.Certainty);
        Assert.Null(PersonNumbers.Worst("intet", Today));
    }
}
