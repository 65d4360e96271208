using FsCheck.Fluent;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Waves;

public sealed class PhasesOfARollout
{
    private static readonly DateOnly GoLive = Any.GoLive;

    private static readonly HypercarePeriod SixWeeks = HypercarePeriod.Of(GoLive, weeks: 6, closedOn: null);

    [Fact]
    public void A_location_goes_from_unplanned_to_closed()
    {
        var planned = new LocationFacts(GoLive, HypercarePeriod.None, WaveClosedOn: null);
        var live = planned with { Hypercare = SixWeeks };
        var closed = live with { WaveClosedOn = GoLive.AddDays(60) };

        Assert.Equal(LocationPhase.Unplanned, default(LocationFacts).Phase(GoLive));
        Assert.Equal(LocationPhase.Planned, planned.Phase(GoLive.AddDays(-57)));
        Assert.Equal(LocationPhase.Preparing, planned.Phase(GoLive.AddDays(-56)));
        Assert.Equal(LocationPhase.Preparing, planned.Phase(GoLive));
        Assert.Equal(LocationPhase.Overdue, planned.Phase(GoLive.AddDays(1)));
        Assert.Equal(LocationPhase.Hypercare, live.Phase(GoLive.AddDays(41)));
        Assert.Equal(LocationPhase.Stabilising, live.Phase(GoLive.AddDays(42)));
        Assert.Equal(LocationPhase.Closed, closed.Phase(GoLive.AddDays(60)));
    }

    [Fact]
    public void A_wave_goes_from_draft_to_closed_or_is_cancelled()
    {
        var scheduled = new WaveFacts(GoLive, HypercarePeriod.None, ClosedOn: null, IsCancelled: false);
        var live = scheduled with { Hypercare = SixWeeks };

        Assert.Equal(WavePhase.Draft, default(WaveFacts).Phase(GoLive));
        Assert.Equal(WavePhase.Scheduled, scheduled.Phase(GoLive.AddDays(-57)));
        Assert.Equal(WavePhase.Preparing, scheduled.Phase(GoLive));
        Assert.Equal(WavePhase.Overdue, scheduled.Phase(GoLive.AddDays(1)));
        Assert.Equal(WavePhase.Preparing, live.Phase(GoLive.AddDays(-1)));
        Assert.Equal(WavePhase.Hypercare, live.Phase(GoLive));
        Assert.Equal(WavePhase.Stabilising, live.Phase(GoLive.AddDays(42)));
        Assert.Equal(WavePhase.Closed, (live with { ClosedOn = GoLive.AddDays(42) }).Phase(GoLive.AddDays(42)));
        Assert.Equal(WavePhase.Cancelled, (scheduled with { IsCancelled = true }).Phase(GoLive));
    }

    [Fact]
    public void A_wave_says_what_its_locations_say() =>
        Laws.Hold(
            from goLive in Laws.Days().Maybe()
            from liveOn in Laws.Days().Maybe()
            from day in Laws.Days()
            select (goLive, liveOn, day),
            x =>
            {
                var hypercare = x.liveOn is { } liveOn ? HypercarePeriod.Of(liveOn, weeks: 6, closedOn: null) : HypercarePeriod.None;
                var wave = new WaveFacts(x.goLive, hypercare, ClosedOn: null, IsCancelled: false).Phase(x.day).ToString();

                Assert.Equal(
                    new LocationFacts(x.goLive, hypercare, WaveClosedOn: null).Phase(x.day).ToString(),
                    wave switch { "Draft" => "Unplanned", "Scheduled" => "Planned", _ => wave });
            });

    [Fact]
    public void Hypercare_closed_on_the_day_of_going_live_is_over_at_once()
    {
        var empty = HypercarePeriod.Of(GoLive, weeks: 6, closedOn: GoLive);

        Assert.False(empty.IsNone);
        Assert.Equal(LocationPhase.Stabilising, new LocationFacts(GoLive, empty, WaveClosedOn: null).Phase(GoLive));
    }

    [Fact]
    public void Hypercare_covers_its_first_day_and_not_the_day_after_its_last() =>
        Laws.Hold(
            from liveOn in Laws.Days()
            from weeks in Gen.Choose(1, Wave.MostHypercareWeeks)
            from closedOn in Laws.Days().Maybe()
            from day in Laws.Days()
            select (liveOn, weeks, closedOn, day),
            x =>
            {
                var period = HypercarePeriod.Of(x.liveOn, x.weeks, x.closedOn);

                Assert.InRange(period.To.DayNumber - period.From.DayNumber, 0, 7 * x.weeks);
                Assert.Equal(period.From <= x.day && x.day < period.To, period.Covers(x.day));
                Assert.False(period.Covers(period.To));
                Assert.Equal(period.From < period.To, period.Covers(period.From));
                Assert.NotEqual(x.day >= period.From && !period.IsOver(x.day), !period.Covers(x.day));
                Assert.False(HypercarePeriod.None.Covers(x.day));
            });

    [Fact]
    public void With_time_alone_no_phase_goes_back() =>
        Laws.Hold(
            from goLive in Laws.Days().Maybe()
            from liveOn in Laws.Days().Maybe()
            from weeks in Gen.Choose(1, 26)
            from day in Laws.Days()
            select (goLive, liveOn, weeks, day),
            x =>
            {
                var hypercare = x.liveOn is { } liveOn ? HypercarePeriod.Of(liveOn, x.weeks, closedOn: null) : HypercarePeriod.None;
                var closedOn = hypercare.IsNone ? (DateOnly?)null : hypercare.To;
                var location = new LocationFacts(x.goLive, hypercare, closedOn);
                var wave = new WaveFacts(x.goLive, hypercare, closedOn, IsCancelled: false);

                Assert.True(location.Phase(x.day) <= location.Phase(x.day.AddDays(1)));
                Assert.True(wave.Phase(x.day) <= wave.Phase(x.day.AddDays(1)));
            });
}
