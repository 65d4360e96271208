using FsCheck.Fluent;
using RolloutPortal.Domain.Hypercare;

namespace RolloutPortal.Domain.Tests.Hypercare;

public sealed class ExpectingTickets
{
    private static readonly TicketCurve Curve = TicketCurve.Default;

    [Fact]
    public void It_starts_at_six_tenths_per_user_and_week_and_ends_at_four_hundredths()
    {
        Assert.Equal(.6, Curve.Rate(0), precision: 12);
        Assert.Equal(.04, Curve.Rate(1000), precision: 12);
        Assert.Equal(.04 + (.56 / Math.E), Curve.Rate(1.8), precision: 12);
        Assert.True(Curve.IsAssumption);
    }

    [Fact]
    public void The_first_week_holds_47_tickets_per_hundred_users()
    {
        // .04 + .56 * 1.8 * (1 - e^(-1/1.8)), by hand: .04 + 1.008 * .426247
        Assert.Equal(46.966, Curve.ExpectedPerHundredUsers(0), tolerance: .001);
        Assert.True(Curve.ExpectedPerHundredUsers(1) < Curve.ExpectedPerHundredUsers(0));
    }

    [Fact]
    public void Nothing_is_expected_before_going_live()
    {
        Assert.Equal(0, Curve.Rate(-.1));
        Assert.Equal(0, Curve.ExpectedPerUser(-30, 0));
        Assert.Equal(Curve.ExpectedPerUser(0, 7), Curve.ExpectedPerUser(-30, 7));
        Assert.Equal(0, Curve.ExpectedPerUser(7, 7));
        Assert.Equal(0, Curve.ExpectedPerUser(9, 7));
    }

    [Fact]
    public void A_location_is_expected_to_log_by_its_users_and_its_own_go_live()
    {
        var firstWeek = Curve.Expected(users: 100, liveOn: Any.GoLive, from: Any.GoLive, to: Any.GoLive.AddDays(7));

        Assert.Equal(Curve.ExpectedPerHundredUsers(0), firstWeek, tolerance: 1e-9);
        Assert.Equal(0, Curve.Expected(100, Any.GoLive, Any.GoLive.AddDays(-7), Any.GoLive));
    }

    [Fact]
    public void Weeks_add_up_to_the_whole() =>
        Laws.Hold(
            from start in Gen.Choose(0, 100)
            from weeks in Gen.Choose(1, 60)
            select (start, weeks),
            x =>
            {
                var sum = Enumerable.Range(0, x.weeks).Sum(w => Curve.ExpectedPerUser(x.start + (7 * w), x.start + (7 * w) + 7));
                Assert.Equal(Curve.ExpectedPerUser(x.start, x.start + (7 * x.weeks)), sum, tolerance: 1e-9);
            });

    [Fact]
    public void What_is_expected_in_a_stretch_is_the_area_under_the_curve() =>
        Laws.Hold(
            from start in Gen.Choose(0, 100)
            from days in Gen.Choose(1, 30)
            select (start, days),
            x =>
            {
                const int Steps = 2000;
                var width = x.days / (double)Steps;
                var area = Enumerable.Range(0, Steps).Sum(i => Curve.Rate((x.start + ((i + .5) * width)) / 7) * width / 7);
                Assert.Equal(area, Curve.ExpectedPerUser(x.start, x.start + x.days), tolerance: 1e-6);
            });
}
