using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>A date and four with Luhn; case numbers and organisations look like it.</summary>
public sealed class FindingSwedishNumbers : FindingNumbers
{
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

    /// <summary>The last four with the control digit that the six or eight before them need.</summary>
    private static string Luhn(string text)
    {
        var digits = text.Where(char.IsDigit).Select(digit => (int)char.GetNumericValue(digit)).ToArray();
        var nine = digits[^10..^1];
        var sum = nine.Select((digit, i) => digit * (i % 2 == 0 ? 2 : 1)).Sum(product => product > 9 ? product - 9 : product);
        return $"123{(10 - (sum % 10)) % 10}";
    }
}
