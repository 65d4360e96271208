using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Domain.Tests.Hypercare;

public class HoldingTicketsAgainstTheCurve
{
    [Theory]
    [InlineData(0, 0, false, false)]
    [InlineData(3, 0, false, false)]
    [InlineData(2, 1, false, false)]
    [InlineData(3, 1, true, false)]
    [InlineData(4, 1, true, true)]
    [InlineData(115, 100, false, false)]
    [InlineData(120, 100, true, false)]
    [InlineData(149, 100, true, false)]
    [InlineData(150, 100, true, true)]
    public void More_than_expected_counts_when_it_is_more_than_chance(int tickets, double expected, bool over, bool farOver)
    {
        Assert.Equal((over, farOver), (PaceRule.IsOver(tickets, expected), PaceRule.IsFarOver(tickets, expected)));
    }
}
