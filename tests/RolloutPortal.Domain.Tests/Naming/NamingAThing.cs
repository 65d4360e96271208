using RolloutPortal.Domain.Naming;

namespace RolloutPortal.Domain.Tests.Naming;

public sealed class NamingAThing
{
    [Fact]
    public void White_space_around_it_is_dropped_the_unbreakable_kind_too()
    {
        Assert.Null(Names.Check(" \u00A0Myndighed Voksne\t\n", out var name));
        Assert.Equal("Myndighed Voksne", name);
    }

    [Fact]
    public void Letters_are_composed_and_zero_width_characters_dropped()
    {
        Assert.Null(Names.Check("A\u030Alborg\u200B", out var name));
        Assert.Equal("Ålborg", name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \u00A0 ")]
    [InlineData("\u200B")]
    public void It_must_have_a_visible_character(string? typed) =>
        Assert.Equal(NameRefusals.Missing, Names.Check(typed, out _)?.Key);

    [Theory]
    [InlineData("a\0b")]
    [InlineData("to\nlinjer")]
    [InlineData("bag\u202Evendt")]
    [InlineData("ingen\uFFFE")]
    [InlineData("ingen\uFDD0")]
    [InlineData("ingen\U0001FFFF")]
    public void What_would_break_a_line_a_page_or_the_store_is_refused(string typed) =>
        Assert.Equal(NameRefusals.Unsuitable, Names.Check(typed, out _)?.Key);

    [Fact]
    public void Half_a_character_is_refused_too() =>
        Assert.Equal(NameRefusals.Unsuitable, Names.Check($"halv{'\uD800'}", out _)?.Key);

    [Fact]
    public void Eighty_characters_fit_and_one_more_does_not()
    {
        Assert.Null(Names.Check(new('å', 80), out _));
        var refusal = Names.Check(new('å', 81), out _);
        Assert.Equal((NameRefusals.TooLong, 80), (refusal?.Key, refusal?.Values[0]));
    }
}
