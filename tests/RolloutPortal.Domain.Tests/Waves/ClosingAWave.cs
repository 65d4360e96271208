using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Waves;

public sealed class ClosingAWave
{
    private static readonly DateOnly Later = Any.GoLive.AddDays(28);

    private static readonly DateOnly AllOver = Any.GoLive.AddDays(42);

    private readonly Guid location = Guid.NewGuid();

    [Fact]
    public void Hypercare_ends_on_the_day_it_is_closed_or_when_its_weeks_are_over()
    {
        var wave = Any.LiveWave(location);

        Assert.Equal(AllOver, wave.HypercareAt(location).To);
        Assert.Equal(Later, wave.After(w => w.CloseHypercare(Later, Later)).HypercareAt(location).To);
        Assert.Equal(AllOver, wave.After(w => w.CloseHypercare(AllOver.AddDays(9), AllOver.AddDays(9))).HypercareAt(location).To);
    }

    [Fact]
    public void Hypercare_is_closed_neither_ahead_nor_before_it_began()
    {
        var wave = Any.LiveWave(location);

        wave.CloseHypercare(Later.AddDays(1), today: Later).IsRefused(WaveRefusals.CloseInFuture);
        wave.CloseHypercare(Any.GoLive.AddDays(-1), today: Later).IsRefused(WaveRefusals.HypercareBeforeGoLive, Any.GoLive);
        Any.ScheduledWave(location).CloseHypercare(Later, Later).IsRefused(WaveRefusals.NotLive);
        Any.ScheduledWave().CloseHypercare(Later, Later).IsRefused(WaveRefusals.NotLive);
    }

    [Fact]
    public void Closed_too_soon_it_is_reopened_with_a_reason()
    {
        var closed = Any.LiveWave(location).After(w => w.CloseHypercare(Later, Later));
        var reopened = closed.After(w => w.ReopenHypercare(Guid.NewGuid()));

        closed.CloseHypercare(Later, Later).IsNothing();
        closed.CloseHypercare(Later.AddDays(-1), Later).IsRefused(WaveRefusals.HypercareClosed, Later);
        closed.ReopenHypercare(Guid.Empty).IsRefused(WaveRefusals.ReasonMissing);
        Assert.Equal(AllOver, reopened.Hypercare.To);
        reopened.ReopenHypercare(Guid.NewGuid()).IsNothing();
    }

    [Fact]
    public void The_wave_is_closed_when_all_of_it_is_live_and_out_of_hypercare()
    {
        var wave = Any.LiveWave(location);

        wave.Close(AllOver.AddDays(-1), today: AllOver).IsRefused(WaveRefusals.HypercareNotOver, AllOver);
        wave.Close(AllOver.AddDays(1), today: AllOver).IsRefused(WaveRefusals.CloseInFuture);
        Assert.IsType<WaveClosed>(wave.Close(AllOver, AllOver).Only());
        Any.ScheduledWave().Close(AllOver, AllOver).IsRefused(WaveRefusals.NoLocations);
        Any.ScheduledWave(location).Close(AllOver, AllOver).IsRefused(WaveRefusals.LocationsNotLive, 1);
    }

    [Fact]
    public void A_closed_wave_keeps_its_name_open_to_correction_and_nothing_else()
    {
        var closed = Any.LiveWave(location).After(w => w.Close(AllOver, AllOver));

        closed.Close(AllOver, AllOver).IsNothing();
        closed.WithdrawGoLive(location, Guid.NewGuid()).IsRefused(WaveRefusals.Closed, AllOver);
        closed.Cancel(Guid.NewGuid()).IsRefused(WaveRefusals.Closed);
        Assert.Equal("Bølge V", closed.After(w => w.Rename("Bølge V")).Name);
    }
}
