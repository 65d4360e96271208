using RolloutPortal.Domain.Dips;

namespace RolloutPortal.Domain.Tests.Dips;

public sealed class ExpectingADip
{
    [Fact]
    public void Three_tenths_with_a_time_constant_of_six_weeks_cost_nearly_two_weeks()
    {
        // domain.md §1.2: d = .30, τ = 6 → 10.75 weeks to 95 %, 1.8 full weeks lost. In whole weeks: 11.
        var dip = new ExpectedDip(0.30m, 11);

        Assert.Equal(6.14, dip.TimeConstant, 2);
        Assert.Equal(1.84, dip.LostInAll, 2);
        Assert.Equal(dip.LostInAll, dip.Lost(200), 6);
    }

    [Fact]
    public void Output_rises_week_by_week_from_the_fall_and_is_back_when_it_was_agreed()
    {
        var dip = ExpectedDip.Usual;

        Assert.Equal(1, dip.Index(-1));
        Assert.InRange(dip.Index(0), 0.75, 0.80);
        Assert.All(Enumerable.Range(0, 20), week => Assert.True(dip.Index(week) < dip.Index(week + 1)));
        Assert.InRange(dip.Index(7), 0.93, 0.95);
        Assert.InRange(dip.Index(8), 0.95, 0.97);
    }

    [Fact]
    public void The_weeks_lost_are_what_the_weeks_lack()
    {
        var dip = new ExpectedDip(0.40m, 12);

        Assert.Equal(dip.Lost(26), Enumerable.Range(0, 26).Sum(week => 1 - dip.Index(week)), 9);
        Assert.Equal(0, dip.Lost(-3));
    }

    [Fact]
    public void A_dip_that_hardly_shows_is_over_at_its_own_pace()
    {
        var dip = new ExpectedDip(0.05m, 4);

        Assert.Equal(4, dip.TimeConstant, 9);
        Assert.True(dip.Index(0) > 0.95);
    }
}
