using RolloutPortal.Domain.Naming;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Waves;

public sealed class PlanningAWave
{
    private readonly Guid location = Guid.NewGuid();

    private readonly Guid reason = Guid.NewGuid();

    [Fact]
    public void It_is_made_once()
    {
        var command = Any.CreateWave();
        var wave = Wave.Initial.After(w => w.Create(command));

        wave.Create(command).IsNothing();
        wave.Create(command with { Number = 6 }).IsRefused(WaveRefusals.AlreadyCreated);
        Wave.Initial.Create(command with { Number = -1 }).IsRefused(WaveRefusals.NumberOutOfRange);
        Wave.Initial.Create(command with { Name = "" }).IsRefused(NameRefusals.Missing);
    }

    [Fact]
    public void Nothing_can_be_said_about_a_wave_that_is_not_there()
    {
        Wave.Initial.Rename("x").IsRefused(WaveRefusals.NotFound);
        Wave.Initial.Schedule(Any.GoLive, 6).IsRefused(WaveRefusals.NotFound);
        Wave.Initial.Assign(location).IsRefused(WaveRefusals.NotFound);
        Wave.Initial.GoLive(Any.GoLive, Any.GoLive).IsRefused(WaveRefusals.NotFound);
        Wave.Initial.Cancel(reason).IsRefused(WaveRefusals.NotFound);
    }

    [Fact]
    public void It_is_scheduled_once_and_moved_after_that()
    {
        var wave = Any.ScheduledWave();

        wave.Schedule(Any.GoLive, 6).IsNothing();
        wave.Schedule(Any.GoLive.AddDays(7), 6).IsRefused(WaveRefusals.AlreadyScheduled, Any.GoLive);
        Any.Wave().Move(Any.GoLive, reason).IsRefused(WaveRefusals.NotScheduled);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(27)]
    public void Hypercare_lasts_one_to_twenty_six_weeks(int weeks)
    {
        Any.Wave().Schedule(Any.GoLive, weeks).IsRefused(WaveRefusals.HypercareWeeksOutOfRange, 26);
        Any.ScheduledWave().SetHypercareLength(weeks).IsRefused(WaveRefusals.HypercareWeeksOutOfRange, 26);
    }

    [Fact]
    public void Moving_it_needs_a_reason_and_another_day()
    {
        var to = Any.GoLive.AddDays(14);
        var wave = Any.ScheduledWave();

        Assert.Equal(new WaveMoved(wave.Creation!.WaveId, Any.GoLive, to, reason), wave.Move(to, reason).Only());
        wave.Move(to, Guid.Empty).IsRefused(WaveRefusals.ReasonMissing);
        wave.Move(Any.GoLive, Guid.Empty).IsNothing();
        wave.Move(DateOnly.MaxValue, reason).IsRefused(WaveRefusals.DayOutOfRange);
    }

    [Fact]
    public void What_is_live_cannot_be_moved() =>
        Any.LiveWave(location).Move(Any.GoLive.AddDays(7), reason).IsRefused(WaveRefusals.AlreadyLive);

    [Fact]
    public void Hypercare_can_be_made_longer_while_it_runs()
    {
        var wave = Any.LiveWave(location).After(w => w.SetHypercareLength(8));

        Assert.Equal(Any.GoLive.AddDays(56), wave.Hypercare.To);
        wave.SetHypercareLength(8).IsNothing();
        Any.Wave().SetHypercareLength(8).IsRefused(WaveRefusals.NotScheduled);
    }

    [Fact]
    public void A_location_is_assigned_once_and_unassigned_until_it_is_live()
    {
        var wave = Any.ScheduledWave(location);

        wave.Assign(location).IsNothing();
        Assert.Empty(wave.After(w => w.Unassign(location)).Locations);
        wave.Unassign(Guid.NewGuid()).IsNothing();
        Any.LiveWave(location).Unassign(location).IsRefused(WaveRefusals.LocationLive, Any.GoLive);
    }

    [Fact]
    public void It_is_cancelled_with_a_reason_while_nothing_is_live()
    {
        var wave = Any.ScheduledWave(location);
        var cancelled = wave.After(w => w.Cancel(reason));

        wave.Cancel(Guid.Empty).IsRefused(WaveRefusals.ReasonMissing);
        Any.LiveWave(location).Cancel(reason).IsRefused(WaveRefusals.AlreadyLive);
        cancelled.Cancel(reason).IsNothing();
        cancelled.Assign(Guid.NewGuid()).IsRefused(WaveRefusals.Cancelled);
        cancelled.Rename("Bølge 6").IsRefused(WaveRefusals.Cancelled);
    }

    [Fact]
    public void A_wrong_name_can_be_put_right()
    {
        Assert.Equal("Bølge 6", Any.Wave().After(w => w.Rename(" Bølge 6")).Name);
        Any.Wave().Rename("Bølge 5, Myndighed B").IsNothing();
        Any.Wave().Rename(null).IsRefused(NameRefusals.Missing);
    }
}
