using RolloutPortal.Domain.Guarding;

namespace RolloutPortal.Domain.Tests.Guarding;

public sealed class StoppingTexts
{
    private static readonly DateOnly today = new(2058, 1, 1);

    [Fact]
    public void No_guilty_text_gets_through()
    {
        var missed = GuiltyTexts.All(6_000, seed: 20571231).Where(text => PersonNumbers.Worst(text, today) is not { IsCertain: true }).ToList();

        Assert.True(missed.Count == 0, $"{missed.Count} missed: {string.Join(" | ", missed.Take(10))}");
    }
}
