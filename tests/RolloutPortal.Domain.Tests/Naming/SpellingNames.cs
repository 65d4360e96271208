using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Tests.Naming;

/// <summary>Two spellings of one name read the same.</summary>
public sealed class SpellingNames
{
    [Theory]
    [InlineData("Ældre og Sundhed", "ældre og  sundhed")]
    [InlineData("Ældre og Sundhed", "Ældre & Sundhed")]
    [InlineData("Ældre&Sundhed", "Ældre og Sundhed")]
    [InlineData("Äldre och hälsa", "Äldre & hälsa")]
    public void Case_blanks_and_the_sign_for_and_are_nothing(string one, string other) => Assert.True(Names.AreAlike(one, other));

    [Theory]
    [InlineData("Ældre og Sundhed", "Ældre Sundhed")]
    [InlineData("Syddistrikt", "Syd distrikt")]
    [InlineData("Nord", "Nordog")]
    public void A_word_more_is_another_name(string one, string other) => Assert.False(Names.AreAlike(one, other));
}
