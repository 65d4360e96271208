using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>Danish numbers that are asked about at most: those of people who have none, and those that are read aloud.</summary>
public sealed class FindingReplacementsAndPairs : FindingNumbers
{
    /// <summary>Read aloud, or typed as a telephone number is.</summary>
    [Theory]
    [InlineData("311257 50 05")]
    [InlineData("311257-50 05")]
    [InlineData("311257–50–05")]
    [InlineData("311257 / 50 05")]
    [InlineData("31 12 57 50 05")]
    [InlineData("3112 5750 05")]
    [InlineData("31125750 05")]
    [InlineData("(311257) 5005")]
    [InlineData("(31.12.2057) 5005")]
    public void Danish_pairs_and_brackets_are_asked_about_where_modulus_eleven_holds(string text) =>
        AssertOne(text, PersonNumberRule.DanishSeparated, Certainty.Doubtful);

    [Theory]
    [InlineData("31 12 57 50 06")]
    [InlineData("(311257) 5006")]
    [InlineData("31 12 57 50 05 12")]
    [InlineData("45 31 12 57 50 05")]
    [InlineData("3112-575005")]
    [InlineData("3112-57 50 05")]
    public void Danish_pairs_without_it_and_longer_rows_pass(string text) => Assert.Empty(Find(text));

    /// <summary>Sixty more days: an authority's own numbers for people who have none. Modulus 11 says nothing of them.</summary>
    [Theory]
    [InlineData("711257-5005")]
    [InlineData("711257-5006")]
    [InlineData("91 12 57 - 5006")]
    [InlineData("610157-5000")]
    public void Danish_a_replacement_apart_from_the_rest_is_asked_about(string text)
    {
        var found = Assert.Single(Find(text));

        Assert.Equal((PersonNumberRule.DanishReplacement, Certainty.Doubtful), (found.Rule, found.Certainty));
    }

    [Theory]
    [InlineData("7112575006")]
    [InlineData("601257-5006")]
    [InlineData("921257-5006")]
    [InlineData("910257-5006")]
    [InlineData("711257:5006")]
    public void Danish_other_digits_over_sixty_pass(string text) => Assert.Empty(Find(text));
}
