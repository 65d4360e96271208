using RolloutPortal.Web.Features.Hypercare.Search;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Search;

public sealed class GuessingASpelling
{
    private static readonly string[] There = ["medicinskemaet", "medicin", "medicin", "borger", "borgerne", "vagt", "kvittere"];

    [Theory]
    [InlineData("medcin", "medicin"), InlineData("medicni", "medicin"), InlineData("medicinn", "medicin"), InlineData("medisin", "medicin")]
    [InlineData("medicinskmea", "medicinskema"), InlineData("medcinskemat", "medicinskemaet"), InlineData("kvitere", "kvittere")]
    [InlineData("borgr", "borger"), InlineData("vagt", "vagt")]
    public void The_nearest_is_meant(string typed, string meant) => Assert.Equal(meant, Spelling.Nearest(typed, There));

    [Theory]
    [InlineData("mdcn"), InlineData("dosis"), InlineData("vat"), InlineData("kaffemaskine"), InlineData("")]
    public void What_is_far_from_all_is_left_as_it_is(string typed) => Assert.Null(Spelling.Nearest(typed, There));

    [Theory]
    [InlineData("abcd", "abcd", 0), InlineData("abcd", "abdc", 1), InlineData("abcd", "abd", 1), InlineData("abcd", "aabcd", 1), InlineData("abcd", "axcy", 2), InlineData("", "ab", 2)]
    public void A_slip_is_a_letter_or_two_that_changed_places(string one, string other, int slips) =>
        Assert.Equal((slips, slips), (Spelling.Distance(one, other), Spelling.Distance(other, one)));

    [Fact]
    public void One_slip_leaves_a_piece_of_a_long_word_whole()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(6, 30)).Select(_ => (char)random.Next('a', 'z' + 1)));
            var at = random.Next(word.Length - 1);
            string[] slips = [word.Remove(at, 1), word.Insert(at, "æ"), $"{word[..at]}ø{word[(at + 1)..]}", $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}"];

            Assert.All(slips, slip => Assert.Contains(Spelling.Pieces(slip), piece => word.Contains(piece, StringComparison.Ordinal)));
            Assert.All(slips, slip => Assert.True(Spelling.Distance(word, slip) <= 1));
        }
    }
}
