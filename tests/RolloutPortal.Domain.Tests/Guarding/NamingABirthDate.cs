using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>Names and days of nobody: born in 2057, seen from 2090.</summary>
public sealed class NamingABirthDate
{
    private static readonly DateOnly Today = new(2090, 5, 2);

    [Theory]
    [InlineData("Prøve Borgersen 311257 kan ikke findes")]
    [InlineData("Prøve Borgersen, 31.12.57, kan ikke findes")]
    [InlineData("Prøve-Marie Borgersen (f. 31.12.2057)")]
    [InlineData("311257 Prøve Borgersen står to gange")]
    [InlineData("beboeren er født 31-12-57")]
    [InlineData("Patienten, född 31.12.2057, syns inte")]
    [InlineData("hun er født 02.05.89")]
    public void Beside_a_name_or_a_word_for_birth_it_is_told(string text) => Assert.True(BirthDates.StandBesideName(text, Today));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Skærmen er sort siden 31.12.57")]
    [InlineData("Prøve Borgersen ringede 01.05.90 om skærmen")]
    [InlineData("Prøve Borgersen ringede 28.12.89")]
    [InlineData("Prøve Borgersen har sag 311357")]
    [InlineData("Prøve Borgersen har sag 3112571")]
    [InlineData("Prøve Borgersen har nummer 31125712345")]
    [InlineData("version 31.12.57.1 af Prøve Programmet")]
    [InlineData("Prøve Borgersen kommer 31.12.2095")]
    public void Alone_or_of_these_days_it_is_none(string? text) => Assert.False(BirthDates.StandBesideName(text, Today));
}
