using RolloutPortal.Web.Features.Hypercare.Search;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Search;

public sealed class ReadingASearch
{
    [Theory]
    [InlineData("Medicinskema  vises ikke,", "medicinskema|vises|ikke")]
    [InlineData("\"viser  ikke\" doser", "'viser ikke'|doser")]
    [InlineData("»den røde« -test -\"to ord\"", "'den røde'|-test|-'to ord'")]
    [InlineData("\"ikke lukket endnu", "'ikke lukket endnu'")]
    [InlineData("kun 50% af dp-4", "kun|50%|af|dp-4")]
    [InlineData("A\u030Aboulevard", "åboulevard")]
    [InlineData("ord\"efter\"ord", "ord|'efter'|ord")]
    [InlineData("a\0b\u202Ec\uFFFE", "abc")]
    public void Terms_are_words_phrases_and_what_is_left_out(string typed, string expected) =>
        Assert.Equal(expected, string.Join('|', SearchWords.Read(typed)!.Terms.Select(term => $"{(term.IsExcluded ? "-" : "")}{(term.IsPhrase ? $"'{term.Text}'" : term.Text)}")));

    [Theory]
    [InlineData(null), InlineData("  "), InlineData("-"), InlineData("\"\""), InlineData("- -- ..."), InlineData("\0")]
    public void Nothing_typed_is_no_search(string? typed) => Assert.Null(SearchWords.Read(typed));

    [Fact]
    public void Eight_terms_of_a_hundred_characters_are_read()
    {
        var words = SearchWords.Read(string.Join(' ', Enumerable.Repeat(new string('x', 5_000), 50)))!;

        Assert.Equal(8, words.Terms.Count);
        Assert.All(words.Terms, term => Assert.Equal(100, term.Text.Length));
    }

    [Theory]
    [InlineData("medicin", "Medicinskemaet, akutMEDICIN", "[Medicin]skemaet, akut[MEDICIN]")]
    [InlineData("skemaerne", "Skemaet og medicinskemaer", "[Skemaet] og medicinskemaer")]
    [InlineData("it", "IT-støtten sidder i it", "[IT]-støtten sidder i [it]")]
    [InlineData("\"viser ikke\"", "viser ikke, ikke viser", "[viser ikke], ikke viser")]
    [InlineData("-medicin doser", "medicin i doser", "medicin i [doser]")]
    [InlineData("<b>", "x<b>y", "x[<b>]y")]
    public void Hits_are_marked_where_they_stand(string typed, string text, string expected)
    {
        var marked = Marker(typed).Mark(text);

        Assert.Equal(expected, string.Concat(Pieces(marked)));
    }

    [Fact]
    public void What_people_wrote_is_never_markup()
    {
        var html = new StringWriter();
        Marker("script").Mark("<script>alert('mark')</script>").ToHtml().WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);

        Assert.Equal("&lt;<mark>script</mark>&gt;alert(&#x27;mark&#x27;)&lt;/<mark>script</mark>&gt;", html.ToString());
    }

    [Fact]
    public void A_long_text_is_cut_round_its_first_hit_at_words()
    {
        var around = Marker("dosis").Mark(string.Join(' ', Enumerable.Repeat("ord", 100)) + " forkert dosis på skemaet " + string.Join(' ', Enumerable.Repeat("mere", 100))).Around(100);

        Assert.StartsWith("…ord ord", around.Text, StringComparison.Ordinal);
        Assert.EndsWith(" mere…", around.Text, StringComparison.Ordinal);
        Assert.InRange(around.Text.Length, 60, 102);
        Assert.Equal("dosis", around.Text.Substring(around.Hits.Single().Start, 5));
    }

    private static Marker Marker(string typed) =>
        new(SearchWords.Read(typed)!, new[] { ("skemaerne", "skema") }.ToLookup(stem => stem.Item1, stem => stem.Item2));

    private static IEnumerable<string> Pieces(Marked marked)
    {
        var at = 0;
        foreach (var (start, length) in marked.Hits)
        {
            yield return $"{marked.Text[at..start]}[{marked.Text.Substring(start, length)}]";
            at = start + length;
        }

        yield return marked.Text[at..];
    }
}
