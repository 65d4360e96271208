using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Tests.Naming;

public sealed class SpellingOneNameTwice
{
    [Theory]
    [InlineData("Handikap", "Handicap")]
    [InlineData("Ældre", "Ældreområdet")]
    [InlineData("Socialpsykiatri", "Socialpsykiatrien")]
    [InlineData("Bosteder Nord", "Bostedr nord")]
    [InlineData("Omsorg-Vest", "Omsorg Vest")]
    public void They_are_probably_one(string name, string other)
    {
        Assert.True(SimilarNames.Are(name, other));
        Assert.True(SimilarNames.Are(other, name));
    }

    [Theory]
    [InlineData("Nord", "Fjord")]
    [InlineData("Center A", "Center B")]
    [InlineData("Område 1", "Område 2")]
    [InlineData("Distrikt11", "Distrikt12")]
    [InlineData("Bosteder Nord", "Bosteder Syd")]
    [InlineData("Psykiatri", "Psykiatri Nord")]
    [InlineData("Handicap", "Psykiatri")]
    [InlineData("", "Handicap")]
    public void They_are_two(string name, string other)
    {
        Assert.False(SimilarNames.Are(name, other));
        Assert.False(SimilarNames.Are(other, name));
    }

    [Fact]
    public void A_pair_is_told_once_and_what_is_there_first() => Assert.Equal(
        [("Handikap", "Handicap"), ("Ældreomr", "Ældre")],
        SimilarNames.Pairs(["Ældre", "Handikap", "Ældreomr", "Børn og Unge"], ["Handicap"]));
}
