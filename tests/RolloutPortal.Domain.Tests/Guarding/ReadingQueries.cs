using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>A query that a form sends as a text is read as it will be kept.</summary>
public sealed class ReadingQueries : FindingNumbers
{
    [Theory]
    [InlineData("?q=31+12+57+5005")]
    [InlineData("q=311257%E2%80%8B5005")]
    [InlineData("?q=311257%C2%A05005")]
    [InlineData("?q=311257%E2%80%935005")]
    [InlineData("?q=311257%0A5005")]
    [InlineData("?q=%EF%BC%93%EF%BC%91%EF%BC%91%EF%BC%92%EF%BC%95%EF%BC%97%EF%BC%95%EF%BC%90%EF%BC%90%EF%BC%95")]
    [InlineData("?q=311257&q=5005")]
    [InlineData("?q=311257&status=Open&Q=5005")]
    [InlineData("?status=Open&q=311257%25E2%2580%25935005")]
    [InlineData("?q=311257%252525C2%252525A05005")]
    [InlineData("q=311257%0A5005&x=?y")]
    [InlineData("q=311257%C2%A05005&sort=?")]
    [InlineData("q=311257%E2%80%8B5005?")]
    [InlineData("q=311257&x=?&q=5005")]
    [InlineData("https://x.dk/list?a=1&q=31%2B12%2B57%2B5005")]
    public void A_number_is_found_however_it_is_encoded(string text) =>
        Assert.Contains(QueryTexts.Readings(text), reading => Find(reading) is [{ IsCertain: true }]);

    [Theory]
    [InlineData("Kolde hænder")]
    [InlineData("Sag 311257 + 5006")]
    [InlineData("100 % af dem")]
    [InlineData("?status=Open")]
    public void Another_text_is_read_once(string text) => Assert.Equal([text], QueryTexts.Readings(text));

    [Fact]
    public void A_dash_of_a_telephone_is_asked_about_as_a_hyphen_is() =>
        Assert.Contains(QueryTexts.Readings("?q=311257%E2%80%935006"), reading => Find(reading) is [{ Certainty: Certainty.Doubtful }]);
}
