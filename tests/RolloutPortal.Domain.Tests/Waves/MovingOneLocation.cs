using RolloutPortal.Domain.Dips;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Waves;

/// <summary>A location that goes live on another day than its wave; what is expected, and who was told.</summary>
public sealed class MovingOneLocation
{
    private static readonly DateOnly Later = Any.GoLive.AddDays(14);

    private readonly Guid one = Guid.NewGuid();

    private readonly Guid other = Guid.NewGuid();

    private readonly Guid reason = Guid.NewGuid();

    private Wave Wave => Any.ScheduledWave(one, other);

    [Fact]
    public void It_has_a_day_of_its_own_and_the_others_keep_theirs()
    {
        var wave = Wave;
        var moved = Assert.IsType<LocationGoLiveMoved>(wave.MoveLocation(one, Later, reason, extraCost: 12_000).Only());

        Assert.Equal(new(wave.Creation!.WaveId, one, Any.GoLive, Later, 14, reason, 12_000), moved);
        Assert.Equal(Later, wave.Apply(moved).PlannedAt(one));
        Assert.Equal(Any.GoLive, wave.Apply(moved).PlannedAt(other));
        Assert.Null(wave.PlannedAt(Guid.NewGuid()));
    }

    [Fact]
    public void Moved_with_its_wave_it_keeps_its_distance()
    {
        var wave = Wave.After(w => w.MoveLocation(one, Later, reason)).After(w => w.Move(Any.GoLive.AddDays(7), reason));

        Assert.Equal(Later.AddDays(7), wave.PlannedAt(one));
        wave.MoveLocation(one, Later.AddDays(7), reason).IsNothing();
    }

    [Fact]
    public void On_the_day_of_its_wave_it_is_with_the_others_again()
    {
        var wave = Wave.After(w => w.MoveLocation(one, Later, reason)).After(w => w.MoveLocation(one, Any.GoLive, reason));

        Assert.Empty(wave.DaysApart);
    }

    [Fact]
    public void Taken_out_of_the_wave_and_put_back_it_goes_with_the_others()
    {
        var wave = Wave.After(w => w.MoveLocation(one, Later, reason)).After(w => w.Unassign(one)).After(w => w.Assign(one));

        Assert.Equal(Any.GoLive, wave.PlannedAt(one));
    }

    [Fact]
    public void It_needs_a_place_a_day_and_a_reason_and_must_not_be_live()
    {
        Wave.MoveLocation(Guid.NewGuid(), Later, reason).IsRefused(WaveRefusals.LocationNotAssigned);
        Wave.MoveLocation(one, Later, Guid.Empty).IsRefused(WaveRefusals.ReasonMissing);
        Wave.MoveLocation(one, Later, reason, 2_000_000_000).IsRefused(WaveRefusals.CostOutOfRange, Wave.MostExtraCost);
        Any.Wave().After(w => w.Assign(one)).MoveLocation(one, Later, reason).IsRefused(WaveRefusals.NotScheduled);
        Any.LiveWave(one).MoveLocation(one, Later, reason).IsRefused(WaveRefusals.LocationLive, Any.GoLive);
        Wave.Initial.MoveLocation(one, Later, reason).IsRefused(WaveRefusals.NotFound);
    }

    [Fact]
    public void A_dip_is_agreed_within_reason()
    {
        var wave = Wave.After(w => w.AgreeDip(new(0.30m, 10)));

        Assert.Equal(new ExpectedDip(0.30m, 10), wave.Dip);
        wave.AgreeDip(new(0.30m, 10)).IsNothing();
        wave.AgreeDip(new(0.90m, 10)).IsRefused(DipRefusals.DepthOutOfRange, 1, 80);
        wave.AgreeDip(new(0.30m, 0)).IsRefused(DipRefusals.WeeksOutOfRange, 52);
    }

    [Fact]
    public void Only_the_day_that_is_planned_is_told()
    {
        var wave = Wave.After(w => w.Announce(Any.GoLive, [other, one, one]));

        Assert.Equal(Any.GoLive, wave.AnnouncedGoLive);
        wave.Announce(Later, [one]).IsRefused(WaveRefusals.AnnouncedAnother, Any.GoLive);
        wave.Announce(Any.GoLive, []).IsNothing();
    }
}
