using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>Six digits of a date and four more, however they are written.</summary>
public sealed class FindingDanishNumbers : FindingNumbers
{
    [Theory]
    [InlineData("311257-5005", "3112**-****")]
    [InlineData("150657-5008", "1506**-****")]
    [InlineData("3112575005", "3112**-****")]
    [InlineData("31125 75005 og 3112575331", "3112**-****")]
    [InlineData("Borger 31-12-57-5005 ringede", "3112**-****")]
    [InlineData("31.12.57 5005", "3112**-****")]
    [InlineData("31/12 57 - 5005", "3112**-****")]
    [InlineData("31 12\n57\t5005", "3112**-****")]
    [InlineData("311257 5005", "3112**-****")]
    [InlineData("311257\u00A0\u2009\u202F5005", "3112**-****")]
    [InlineData("311257\u20105005", "3112**-****")]
    [InlineData("311257\u20115005", "3112**-****")]
    [InlineData("311257\u20125005", "3112**-****")]
    [InlineData("311257\u20135005", "3112**-****")]
    [InlineData("311257\u20145005", "3112**-****")]
    [InlineData("311257\u20155005", "3112**-****")]
    [InlineData("311257\u22125005", "3112**-****")]
    [InlineData("311257\uFF0D5005", "3112**-****")]
    [InlineData("311257\u00AD5005", "3112**-****")]
    [InlineData("31\\12\\57\\5005", "3112**-****")]
    [InlineData("311257_5005", "3112**-****")]
    [InlineData("31\u200B12\u200D57\uFEFF50\u200B05", "3112**-****")]
    [InlineData("3 1 1 2 5 7 5 0 0 5", "3112**-****")]
    [InlineData("3-1-1-2-5-7-5-0-0-5", "3112**-****")]
    [InlineData("3 1 1 2 5 7 - 5 0 0 5", "3112**-****")]
    [InlineData("3.1.1.2.2.0.5.7.5.0.0.5", "3112**-****")]
    [InlineData("31122057-5005", "3112**-****")]
    [InlineData("31-12-2057-5005", "3112**-****")]
    [InlineData("31. 12. 2057 5005", "3112**-****")]
    [InlineData("311220575005", "3112**-****")]
    [InlineData("３１１２５７－５００５", "3112**-****")]
    [InlineData("٣١١٢٥٧-٥٠٠٥", "3112**-****")]
    [InlineData("𝟛𝟙𝟙𝟚𝟝𝟟𝟝𝟘𝟘𝟝", "3112**-****")]
    [InlineData("https://x.dk/?cpr=3112575005&a=1", "3112**-****")]
    [InlineData("https://x.dk/borger/311257%2D5005", "3112**-****")]
    [InlineData("/sager/311257%205005", "3112**-****")]
    [InlineData("cpr3112575005.pdf", "3112**-****")]
    [InlineData("12-3112575005", "3112**-****")]
    [InlineData("2022-311257-5005", "3112**-****")]
    [InlineData("31125 3112575005-12", "3112**-****")]
    [InlineData("311257:5005", "3112**-****")]
    [InlineData("311257;5005", "3112**-****")]
    [InlineData("311257,5005", "3112**-****")]
    [InlineData("311257|5005", "3112**-****")]
    [InlineData("311257·5005", "3112**-****")]
    [InlineData("311257(5005)", "3112**-****")]
    [InlineData("311257=5005", "3112**-****")]
    [InlineData("31122057*5005", "3112**-****")]
    [InlineData("311257\u00015005", "3112**-****")]
    [InlineData("31125\u007F75005", "3112**-****")]
    [InlineData("3112575\0005", "3112**-****")]
    [InlineData("311257\u000B5005", "3112**-****")]
    [InlineData("311257\r\n\r\n5005", "3112**-****")]
    [InlineData("311257    5005", "3112**-****")]
    [InlineData("311257  -  5005", "3112**-****")]
    [InlineData("311257\r\n \r\n\t\r\n5005", "3112**-****")]
    [InlineData("31  12  57  -  5005", "3112**-****")]
    [InlineData("3  1  1  2  5  7  5  0  0  5", "3112**-****")]
    [InlineData("311257 \u200B \u00A0 \u3164 \u2003 5005", "3112**-****")]
    [InlineData("31125\uE00075005", "3112**-****")]
    [InlineData("311257\uE000\uE001\uE002\uE0035005", "3112**-****")]
    [InlineData("311257\U000F00005005", "3112**-****")]
    [InlineData("31125\u090375005", "3112**-****")]
    [InlineData("31125\u037875005", "3112**-****")]
    [InlineData("**311257**-**5005**", "3112**-****")]
    [InlineData("**31****12****57** - **5005**", "3112**-****")]
    [InlineData("__311257__ __5005__", "3112**-****")]
    [InlineData("*3*1*1*2*5*7*5*0*0*5*", "3112**-****")]
    [InlineData("31125\u200B\u200B\u200B\u200B\u200B75005", "3112**-****")]
    [InlineData("311257 \u202A-\u202C \u200E5005", "3112**-****")]
    [InlineData("3\u200B1 3 1 1 2 5 7 5 0 0 5", "3112**-****")]
    [InlineData("31\u200B12575005-3112-5750-0531-311257500531", "3112**-****")]
    [InlineData("³¹¹²⁵⁷-⁵⁰⁰⁵", "3112**-****")]
    [InlineData("₃₁₁₂₅₇₅₀₀₅", "3112**-****")]
    [InlineData("③①①②⑤⑦⑤⓪⓪⑤", "3112**-****")]
    public void Danish_a_date_and_modulus_eleven_are_certain(string text, string masked) =>
        AssertOne(text, PersonNumberRule.DanishChecked, Certainty.Certain, masked);

    [Theory]
    [InlineData("311257, 5005")]
    [InlineData("31,12,57,5005")]
    [InlineData("31:12:57-5005")]
    [InlineData("3,1,1,2,5,7,5,0,0,5")]
    [InlineData("311257:5006")]
    [InlineData("½311257½5005")]
    public void Other_signs_stand_once_and_before_the_last_four_alone(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Two_numbers_joined_by_a_hyphen_are_two_numbers()
    {
        var found = PersonNumbers.Find("se 3112575005-1506575008!", Today);

        Assert.Equal([(3, 10), (14, 10)], found.Select(one => (one.Position, one.Length)));
    }

    [Theory]
    [InlineData("311257 / - /5005")]
    [InlineData("311257 -- 5005")]
    [InlineData("13112575005")]
    [InlineData("31125750051")]
    [InlineData("3112575OO5")]
    [InlineData("311257-5OO5")]
    [InlineData("31125-75005")]
    [InlineData("3112-575005")]
    [InlineData("31-12-575005")]
    [InlineData("31125 75005")]
    [InlineData("311357-5005")]
    [InlineData("320157-5005")]
    [InlineData("300257-5005")]
    [InlineData("1 3 1 1 2 5 7 5 0 0 5")]
    [InlineData("3112575006")]
    [InlineData("31 12 57 5006")]
    [InlineData("31121957-5005")]
    [InlineData("a6fbb57d-3112-5750-0531-311257500531")]
    public void Danish_other_digits_pass(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("311257-5006")]
    [InlineData("311257 – 5006")]
    [InlineData("311257 5006")]
    [InlineData("31.12.57-5006")]
    [InlineData("31122057-5006")]
    [InlineData("010157-5000")]
    public void Danish_a_date_apart_from_the_rest_is_asked_about_without_modulus_eleven(string text) =>
        AssertOne(text, PersonNumberRule.DanishSeparated, Certainty.Doubtful);

    [Theory]
    [InlineData("010157-5000")]
    [InlineData("0101575000")]
    [InlineData("01 01 2057 5000")]
    public void Danish_the_first_of_january_is_certain_in_the_years_that_ran_out(string text)
    {
        var found = Assert.Single(PersonNumbers.Find(text, Today, new(new HashSet<int> { 2057 })));

        Assert.Equal((PersonNumberRule.DanishFirstOfJanuary, Certainty.Certain), (found.Rule, found.Certainty));
    }

    [Theory]
    [InlineData("cpr 3112575006")]
    [InlineData("CPR: 3112575006")]
    [InlineData("cprnr. 3112575006")]
    [InlineData("CPR-nr 3112575006")]
    [InlineData("cpr-nummer: 3112575006")]
    [InlineData("CPR‑nummer 3112575006")]
    [InlineData("personnr 3112575006")]
    [InlineData("personnummer 3112575006")]
    [InlineData("fødselsnummer 3112575006")]
    [InlineData("Fnr. 3112575006")]
    [InlineData("borgerens 3112575006")]
    [InlineData("borgeren med nr 3112575006")]
    [InlineData("3112575006 er hendes cpr")]
    [InlineData("(3112575006), borger")]
    [InlineData("cpr-3112575006")]
    [InlineData("cpr_nr_3112575006.docx")]
    [InlineData("cpr3112575006")]
    [InlineData("cpr 31 12 57 5006")]
    [InlineData("c\u200Bpr\u00ADnr 3112575006")]
    [InlineData("cpr 7112575006")]
    public void Danish_bare_digits_are_asked_about_beside_a_word_that_announces_them(string text) =>
        AssertOne(text, PersonNumberRule.DanishBesideWord, Certainty.Doubtful);

    [Theory]
    [InlineData("borgerservice 3112575006")]
    [InlineData("borgercenter 3112575006")]
    [InlineData("medborger 3112575006")]
    [InlineData("statsborger 3112575006")]
    [InlineData("cpr-kontoret 3112575006")]
    [InlineData("fnrx 3112575006")]
    [InlineData("cpr er ikke her 3112575006")]
    [InlineData("3112575006 er ikke en cpr")]
    [InlineData("cpr 9912575006")]
    public void A_word_that_holds_another_or_stands_further_away_announces_nothing(string text) => Assert.Empty(Find(text));
}
