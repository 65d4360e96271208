using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Waves;

public sealed class GoingLive
{
    private readonly Guid one = Guid.NewGuid();

    private readonly Guid other = Guid.NewGuid();

    [Fact]
    public void The_whole_wave_goes_live_on_the_day_that_it_did_planned_or_not()
    {
        var decision = Any.ScheduledWave(one, other).GoLive(Any.GoLive.AddDays(1), today: Any.GoLive.AddDays(2));

        Assert.Equal(2, decision.Events.Count);
        Assert.All(decision.Events, e => Assert.Equal(Any.GoLive.AddDays(1), Assert.IsType<LocationWentLive>(e).On));
    }

    [Fact]
    public void Some_go_first_and_the_rest_follows()
    {
        var wave = Any.ScheduledWave(one, other).After(w => w.GoLive([one, one], Any.GoLive, Any.GoLive));

        var rest = Assert.IsType<LocationWentLive>(wave.GoLive(Any.GoLive.AddDays(7), Any.GoLive.AddDays(7)).Only());

        Assert.Equal((other, Any.GoLive.AddDays(7)), (rest.LocationId, rest.On));
    }

    [Fact]
    public void Not_before_the_day_has_come() =>
        Any.ScheduledWave(one).GoLive(Any.GoLive.AddDays(1), today: Any.GoLive).IsRefused(WaveRefusals.GoLiveInFuture);

    [Fact]
    public void Not_before_the_location_was_there()
    {
        var wave = Any.ScheduledWave(one);

        wave.GoLive([one], Any.GoLive.AddDays(-1), today: Any.GoLive, since: Any.GoLive).IsRefused(WaveRefusals.GoLiveBeforeLocation, Any.GoLive);
        Assert.IsType<LocationWentLive>(wave.GoLive([one], Any.GoLive, today: Any.GoLive, since: Any.GoLive).Only());
    }

    [Fact]
    public void Not_without_a_plan_and_not_without_locations()
    {
        Any.Wave().After(w => w.Assign(one)).GoLive(Any.GoLive, Any.GoLive).IsRefused(WaveRefusals.NotScheduled);
        Any.ScheduledWave().GoLive(Any.GoLive, Any.GoLive).IsRefused(WaveRefusals.NoLocations);
        Any.ScheduledWave(one).GoLive([other], Any.GoLive, Any.GoLive).IsRefused(WaveRefusals.LocationNotAssigned);
    }

    [Fact]
    public void Saying_it_twice_changes_nothing_and_another_day_needs_a_withdrawal()
    {
        var wave = Any.LiveWave(one, other);

        wave.GoLive(Any.GoLive, Any.GoLive).IsNothing();
        wave.GoLive([one], Any.GoLive, Any.GoLive).IsNothing();
        wave.GoLive([one], Any.GoLive.AddDays(1), Any.GoLive.AddDays(1)).IsRefused(WaveRefusals.LocationLive, Any.GoLive);
    }

    [Fact]
    public void A_wrong_go_live_is_withdrawn_with_a_reason()
    {
        var wave = Any.LiveWave(one);
        var withdrawn = wave.After(w => w.WithdrawGoLive(one, Guid.NewGuid()));

        Assert.Equal(WavePhase.Preparing, withdrawn.Phase(Any.GoLive));
        withdrawn.WithdrawGoLive(one, Guid.NewGuid()).IsNothing();
        wave.WithdrawGoLive(one, Guid.Empty).IsRefused(WaveRefusals.ReasonMissing);
        wave.WithdrawGoLive(other, Guid.NewGuid()).IsRefused(WaveRefusals.LocationNotAssigned);
    }

    [Fact]
    public void Once_hypercare_is_closed_nothing_joins_and_nothing_is_withdrawn()
    {
        var (day, reason) = (Any.GoLive.AddDays(28), Guid.NewGuid());
        var wave = Any.ScheduledWave(one, other)
            .After(w => w.GoLive([one], Any.GoLive, Any.GoLive))
            .After(w => w.CloseHypercare(day, day));

        wave.WithdrawGoLive(one, reason).IsRefused(WaveRefusals.HypercareClosed, day);
        wave.GoLive([other], day, day).IsRefused(WaveRefusals.HypercareClosed, day);
        wave.Assign(Guid.NewGuid()).IsRefused(WaveRefusals.HypercareClosed, day);
        wave.SetHypercareLength(12).IsRefused(WaveRefusals.HypercareClosed, day);
        Assert.Single(wave.After(w => w.Unassign(other)).Locations);
    }
}
