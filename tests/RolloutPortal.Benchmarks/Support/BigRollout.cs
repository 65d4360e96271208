using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Benchmarks.Support;

/// <summary>A rollout of full size: 100 locations in 8 areas and 10 waves, 7,500 users; six waves are live and in hypercare.</summary>
/// <remarks>Every value is invented; the portal's clock is the machine's.</remarks>
internal sealed class BigRollout(SecondNode node)
{
    private const string Zone = "Europe/Copenhagen";
    private const int HypercareWeeks = 12;
    private const int LocationsInAWave = 10;

    private readonly DateOnly today = node.Get<Clock>().Today(Zone);

    public Guid Programme { get; } = Guid.CreateVersion7();

    public List<Guid> Areas { get; } = [.. Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7())];

    public List<Guid> Modules { get; } = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];

    public List<Guid> Waves { get; } = [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())];

    public List<Guid> Locations { get; } = [.. Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7())];

    /// <summary>Locations that have gone live, and the first day of their hypercare.</summary>
    public IEnumerable<(Guid Location, DateOnly LiveOn)> Live => Locations.Take(60).Select((location, i) => (location, WentLive(i / LocationsInAWave)));

    public HypercarePeriod HypercareOf(DateOnly liveOn) => HypercarePeriod.Of(liveOn, HypercareWeeks, closedOn: null);

    public async Task Load()
    {
        await Do(p => p.Found(new FoundProgramme(Programme, "DOMUS", "da", "DK", Zone, "DKK")));
        foreach (var (area, i) in Areas.Select((area, i) => (area, i)))
            await Do(p => p.AddArea(area, $"Bosteder og dagtilbud {(char)('A' + i)}"));
        foreach (var (module, i) in Modules.Select((module, i) => (module, i)))
            await Do(p => p.AddModule(module, $"Fagmodul {i + 1}"));
        foreach (var (location, i) in Locations.Select((location, i) => (location, i)))
            await Open(location, i);
        for (var number = 0; number < Waves.Count; number++)
            await Plan(number);
    }

    private Task Do(Func<Programme, Domain.Decision<ProgrammeEvent>> decide) => node.Do(Programme, decide);

    private Task Open(Guid id, int i) => node.Do<Location, LocationEvent>(id, location => location.Open(new OpenLocation(
        id, Programme, $"L{i:000}", new LocationDescription($"Bosted {i} ved Åboulevarden", Areas[i % Areas.Count], 75, Side.Provider, "24/7", Zone, ProviderId: null),
        today.AddYears(-1))));

    /// <summary>The first six are live: the last of them a week ago, the others two weeks apart before it.</summary>
    private async Task Plan(int number)
    {
        var wave = Waves[number];
        var day = WentLive(number);
        await node.Do<Wave, WaveEvent>(wave, w => w.Create(new CreateWave(wave, Programme, $"Bølge {number}", number, Early: number == 0)));
        await node.Do<Wave, WaveEvent>(wave, w => w.Schedule(day, HypercareWeeks));
        foreach (var location in Locations.Skip(number * LocationsInAWave).Take(LocationsInAWave))
            await node.Do<Wave, WaveEvent>(wave, w => w.Assign(location));
        if (day <= today) await node.Do<Wave, WaveEvent>(wave, w => w.GoLive(day, today));
    }

    private DateOnly WentLive(int wave) => today.AddDays((wave * 14) - 77);
}
