using System.Text.RegularExpressions;

namespace RolloutPortal.Domain.Tests;

public sealed partial class Refusals
{
    [Fact]
    public void Each_is_called_feature_point_reason()
    {
        Assert.NotEmpty(RefusalKeys.All);
        Assert.All(RefusalKeys.All, key => Assert.Matches(Key(), key));
    }

    [Fact]
    public void No_two_are_called_the_same() => Assert.Distinct(RefusalKeys.All);

    [Fact]
    public void The_domain_gives_only_those_that_are_listed()
    {
        var literals = Directory.EnumerateFiles(Path.Combine(Sources.Root, "src", "RolloutPortal.Domain"), "*.cs", SearchOption.AllDirectories)
            .Where(file => NewRefusalOfText().IsMatch(File.ReadAllText(file)));

        Assert.Empty(literals);
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$")]
    private static partial Regex Key();

    [GeneratedRegex("""new Refusal\(\s*\$?"|Refusal \w+ = new\(\s*\$?" """)]
    private static partial Regex NewRefusalOfText();
}
