using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>The clock stands in 2058 and everybody is born in 2057: numbers that can belong to nobody (domain.md §7).</summary>
public sealed class FindingPersonNumbers
{
    private static readonly DateOnly today = new(2058, 1, 1);

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
    public void Danish_a_date_and_modulus_eleven_are_certain(string text, string masked) =>
        AssertOne(text, PersonNumberRule.DanishChecked, Certainty.Certain, masked);

    [Fact]
    public void Two_numbers_joined_by_a_hyphen_are_two_numbers()
    {
        var found = PersonNumbers.Find("se 3112575005-1506575008!", today);

        Assert.Equal([(3, 10), (14, 10)], found.Select(one => (one.Position, one.Length)));
    }

    [Theory]
    [InlineData("311257    5005")]
    [InlineData("311257 -- 5005")]
    [InlineData("311257,5005")]
    [InlineData("311257:5005")]
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
        var found = Assert.Single(PersonNumbers.Find(text, today, new(new HashSet<int> { 2057 })));

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

    [Theory]
    [InlineData("571231-1238")]
    [InlineData("571231+1238")]
    [InlineData("20571231-1238")]
    [InlineData("205712311238")]
    [InlineData("2057-12-31-1238")]
    [InlineData("57 12 31 1238")]
    [InlineData("５７１２３１-1238")]
    [InlineData("571291-1238")]
    [InlineData("570615-0231")]
    public void Swedish_a_date_and_Luhn_are_certain(string text)
    {
        var checkedText = text.Replace("1238", Luhn(text), StringComparison.Ordinal);
        AssertOne(checkedText, PersonNumberRule.SwedishChecked, Certainty.Certain);
    }

    [Fact]
    public void Swedish_published_examples_are_certain()
    {
        AssertOne("640823-3234", PersonNumberRule.SwedishChecked, Certainty.Certain, "6408**-****");
        AssertOne("511013-3815", PersonNumberRule.SwedishChecked, Certainty.Certain, "5110**-****");
    }

    [Theory]
    [InlineData("571231-T223", PersonNumberRule.SwedishInterim, Certainty.Certain)]
    [InlineData("20571231-k223", PersonNumberRule.SwedishInterim, Certainty.Certain)]
    [InlineData("571231T223", PersonNumberRule.SwedishBare, Certainty.Doubtful)]
    [InlineData("5712311231", PersonNumberRule.SwedishBare, Certainty.Doubtful)]
    [InlineData("personnummer 571231-1232", PersonNumberRule.SwedishBesideWord, Certainty.Doubtful)]
    [InlineData("personnummer 571231-T224", PersonNumberRule.SwedishBesideWord, Certainty.Doubtful)]
    [InlineData("personnummer 5712311232", PersonNumberRule.SwedishBesideWord, Certainty.Doubtful)]
    public void Swedish_other_forms(string text, PersonNumberRule rule, Certainty certainty) => AssertOne(text, rule, certainty);

    [Theory]
    [InlineData("20220124-0001")]
    [InlineData("571231-1232")]
    [InlineData("556036-0793")]
    [InlineData("5560360793")]
    [InlineData("571331-1231")]
    [InlineData("571231-A223")]
    [InlineData("20571231T083000")]
    [InlineData("571231-T2234")]
    public void Swedish_case_numbers_and_organisations_pass(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("31125750152")]
    [InlineData("311257 50152")]
    [InlineData("31.12.57-50152")]
    [InlineData("71125750146")]
    [InlineData("31525750135")]
    [InlineData("31925750118")]
    [InlineData("71925750101")]
    [InlineData("31125750187")]
    public void Norwegian_a_date_and_both_control_digits_are_certain(string text) =>
        AssertOne(text, PersonNumberRule.NorwegianChecked, Certainty.Certain);

    [Fact]
    public void Norwegian_the_new_control_counts_from_2032()
    {
        Assert.Empty(PersonNumbers.Find("02016126017", new(2031, 12, 31)));
        Assert.Single(PersonNumbers.Find("02016126007", new(2031, 12, 31)));
        Assert.Empty(Find("31125750195"));
    }

    [Theory]
    [InlineData("fødselsnummer 31125750151")]
    [InlineData("fnr 311257 50151")]
    public void Norwegian_failing_digits_are_asked_about_beside_a_word(string text) =>
        AssertOne(text, PersonNumberRule.NorwegianBesideWord, Certainty.Doubtful);

    [Theory]
    [InlineData("311257-5005")]
    [InlineData("cpr 150657-5008")]
    [InlineData("010157-5000")]
    public void Nobody_is_born_after_today(string text) => Assert.Empty(PersonNumbers.Find(text, new(2026, 11, 22)));

    [Fact]
    public void Somebody_can_be_born_today_and_nobody_is_over_115()
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
    public void A_text_without_numbers_is_free(string? text) => Assert.Empty(PersonNumbers.Find(text, today));

    [Fact]
    public void The_surest_number_counts()
    {
        Assert.Equal(Certainty.Certain, PersonNumbers.Worst("311257-5006 311257-5005", today)!.Value.Certainty);
        Assert.Null(PersonNumbers.Worst("intet", today));
    }

    private static IReadOnlyList<PersonNumberFinding> Find(string text) => PersonNumbers.Find(text, today);

    private static void AssertOne(string text, PersonNumberRule rule, Certainty certainty, string? masked = null)
    {
        var found = Find(text);

        Assert.True(found.Count == 1, $"{text}: {string.Join("; ", found)}");
        Assert.Equal((rule, certainty), (found[0].Rule, found[0].Certainty));
        if (masked is not null) Assert.Equal(masked, found[0].Masked);
    }

    /// <summary>The last four with the control digit that the six or eight before them need.</summary>
    private static string Luhn(string text)
    {
        var digits = text.Where(char.IsDigit).Select(digit => (int)char.GetNumericValue(digit)).ToArray();
        var nine = digits[^10..^1];
        var sum = nine.Select((digit, i) => digit * (i % 2 == 0 ? 2 : 1)).Sum(product => product > 9 ? product - 9 : product);
        return $"123{(10 - (sum % 10)) % 10}";
    }
}
