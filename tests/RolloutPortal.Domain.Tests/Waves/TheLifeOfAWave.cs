using FsCheck;
using FsCheck.Fluent;
using RolloutPortal.Domain.Waves;

namespace RolloutPortal.Domain.Tests.Waves;

public sealed class TheLifeOfAWave
{
    private static readonly CreateWave Create = Any.CreateWave();

    private static readonly Guid[] Locations = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

    [Fact]
    public void Whatever_is_tried_it_never_becomes_impossible_and_a_repeat_changes_nothing() =>
        Laws.Hold(Attempts().ListOf(), attempts => Laws.Live<Wave, WaveEvent>(
            [wave => wave.Create(Create), .. attempts],
            (wave, attempt, decision) =>
            {
                IsPossible(wave);
                if (decision.Refusal is null) attempt(wave).IsNothing();
            }));

    private static void IsPossible(Wave wave)
    {
        DateOnly[] live = [.. wave.Locations.Values.OfType<DateOnly>()];

        Assert.True(live.Length == 0 || wave.PlannedGoLive is not null);
        Assert.Equal(wave.PlannedGoLive is null, wave.HypercareWeeks == 0);
        Assert.False(wave.IsCancelled && live.Length > 0);
        Assert.True(wave.ClosedOn is null || live.Length == wave.Locations.Count);
        Assert.All(live, day => Assert.True(wave.HypercareClosedOn is null || wave.HypercareClosedOn >= day));
        Assert.True(wave.Hypercare.From <= wave.Hypercare.To);
        Assert.Equal(live.Length == 0, wave.Hypercare.IsNone);
        Assert.All(Locations, id => Assert.True(Enum.IsDefined(PhaseOf(wave, id))));
    }

    private static LocationPhase PhaseOf(Wave wave, Guid id) =>
        new LocationFacts(wave.PlannedGoLive, wave.HypercareAt(id), wave.ClosedOn).Phase(Any.GoLive);

    private static Gen<Func<Wave, Decision<WaveEvent>>> Attempts() =>
        from kind in Gen.Choose(0, 11)
        from location in Gen.Elements(Locations)
        from day in Laws.Days()
        from today in Laws.Days()
        from weeks in Gen.Choose(0, 27)
        from text in Gen.Elements(Guid.NewGuid(), Guid.Empty)
        select Attempt(kind, location, day, today, weeks, text);

    private static Func<Wave, Decision<WaveEvent>> Attempt(
        int kind, Guid location, DateOnly day, DateOnly today, int weeks, Guid text) => wave => kind switch
        {
            0 => wave.Rename($"Bølge {weeks}"),
            1 => wave.Schedule(day, weeks),
            2 => wave.Move(day, text),
            3 => wave.SetHypercareLength(weeks),
            4 => wave.Assign(location),
            5 => wave.Unassign(location),
            6 => wave.GoLive(day, today),
            7 => wave.GoLive([location], day, today),
            8 => wave.WithdrawGoLive(location, text),
            9 => wave.CloseHypercare(day, today),
            10 => wave.ReopenHypercare(text),
            _ => weeks % 4 == 0 ? wave.Cancel(text) : wave.Close(day, today),
        };
}
