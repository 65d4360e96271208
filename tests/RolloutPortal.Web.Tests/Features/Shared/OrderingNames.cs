using System.Globalization;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Tests.Features.Shared;

public sealed class OrderingNames
{
    [Theory]
    [InlineData("da-DK", "birk bo|Zoo|Ærø|Øster|Åby")]
    [InlineData("sv-SE", "birk bo|Zoo|Åby|Ærø|Øster")]
    public void By_the_readers_alphabet_whatever_the_case(string culture, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(expected.Split('|'), new[] { "Åby", "Zoo", "Øster", "birk bo", "Ærø" }.ByName(name => name));
    }
}
