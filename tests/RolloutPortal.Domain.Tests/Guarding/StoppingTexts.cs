using System.Globalization;
using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

/// <summary>Two corpora: the guilty, of whom none gets through, and the innocent, of whom at most one in a hundred is stopped. What comes of
/// it stands in docs/domain.md.</summary>
public sealed class StoppingTexts(ITestOutputHelper output)
{
    private static readonly DateOnly today = new(2058, 1, 1);

    /// <summary>Innocent texts were written in our days: more birth dates are possible then than in any test of the future.</summary>
    private static readonly DateOnly now = new(2026, 11, 22);

    [Fact]
    public void No_guilty_text_gets_through()
    {
        var missed = GuiltyTexts.All(6_000, seed: 20571231).Where(text => PersonNumbers.Worst(text, today) is not { IsCertain: true }).ToList();

        Assert.True(missed.Count == 0, $"{missed.Count} missed: {string.Join(" | ", missed.Take(10))}");
    }

    [Fact]
    public void At_most_one_innocent_text_in_a_hundred_is_stopped()
    {
        string[] innocent = [.. InnocentTexts.Hard, .. InnocentTexts.All(20_000, seed: 20220124)];
        var certain = innocent.Where(text => PersonNumbers.Worst(text, now) is { IsCertain: true }).ToList();
        var asked = innocent.Where(text => PersonNumbers.Worst(text, now) is { IsCertain: false }).ToList();
        output.WriteLine($"Of {innocent.Length}: {certain.Count} refused, {asked.Count} asked about");
        foreach (var text in certain.Take(20).Concat(asked.Take(20))) output.WriteLine(text);

        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"Of {innocent.Length:N0} innocent texts {certain.Count + asked.Count} are stopped ({100.0 * (certain.Count + asked.Count) / innocent.Length:0.00} %: {certain.Count} refused, {asked.Count} asked about)"),
            File.ReadAllText(Path.Combine(Sources.Root, "docs", "domain.md")), StringComparison.Ordinal);
        Assert.True(100 * (certain.Count + asked.Count) <= innocent.Length, $"{certain.Count} refused, {asked.Count} asked: {string.Join(" | ", certain.Concat(asked).Take(20))}");
    }

    [Fact]
    public void No_hard_innocent_text_is_stopped() =>
        Assert.DoesNotContain(InnocentTexts.Hard, text => PersonNumbers.Worst(text, now) is not null);
}
