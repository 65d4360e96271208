using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Employees.Register;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Features.Waves.Acts;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Tests.Support;

/// <summary>The smallest rollout that has everything: two areas with two locations each, a wave in hypercare, a planned one.</summary>
/// <remarks>Tuesday 25 January 2022, 08:00 in Copenhagen. Wave 1 (<see cref="NorthA"/>, <see cref="SouthA"/>) went live on 17 January;
/// wave 2 has <see cref="NorthB"/> and goes live on 28 February; <see cref="SouthB"/> is in no wave and is run by a provider.</remarks>
public sealed class SmallRollout(IServiceProvider services)
{
    public static readonly DateTimeOffset Morning = new(2022, 1, 25, 7, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2022, 1, 25);
    public static readonly DateOnly WentLive = new(2022, 1, 17);
    public static readonly DateOnly GoesLive = new(2022, 2, 28);

    private readonly Ledger ledger = services.GetRequiredService<Ledger>();

    public Guid Programme { get; } = Guid.CreateVersion7();

    public Guid North { get; } = Guid.CreateVersion7();

    public Guid South { get; } = Guid.CreateVersion7();

    public Guid Provider { get; } = Guid.CreateVersion7();

    public Guid Medicine { get; } = Guid.CreateVersion7();

    public Guid Documentation { get; } = Guid.CreateVersion7();

    public Guid Wave1 { get; } = Guid.CreateVersion7();

    public Guid Wave2 { get; } = Guid.CreateVersion7();

    /// <summary>100 users, live.</summary>
    public Guid NorthA { get; } = Guid.CreateVersion7();

    /// <summary>60 users, planned.</summary>
    public Guid NorthB { get; } = Guid.CreateVersion7();

    /// <summary>40 users, live.</summary>
    public Guid SouthA { get; } = Guid.CreateVersion7();

    /// <summary>20 users, in no wave, run by the provider.</summary>
    public Guid SouthB { get; } = Guid.CreateVersion7();

    public async Task Load()
    {
        await Do<Programme, ProgrammeEvent>(Programme, p => p.Found(new FoundProgramme(Programme, "DOMUS", "da", "DK", "Europe/Copenhagen", "DKK")));
        await Do<Programme, ProgrammeEvent>(Programme, p => p.AddArea(North, "Bosteder Nord"));
        await Do<Programme, ProgrammeEvent>(Programme, p => p.AddArea(South, "Bosteder Syd"));
        await Do<Programme, ProgrammeEvent>(Programme, p => p.AddModule(Medicine, "Medicinhåndtering"));
        await Do<Programme, ProgrammeEvent>(Programme, p => p.AddModule(Documentation, "Daglig dokumentation"));
        await Do<Programme, ProgrammeEvent>(Programme, p => p.AddProvider(Provider, "Omsorg Øst"));
        await Open(NorthA, North, "BN01", "Bosted Nørrebro", 100, provider: null);
        await Open(NorthB, North, "BN02", "Bosted Østerbro", 60, provider: null);
        await Open(SouthA, South, "BS01", "Bosted Amager", 40, provider: null);
        await Open(SouthB, South, "BS02", "Bosted Valby", 20, Provider);
        await Plan(Wave1, 1, "Bølge 1", WentLive, NorthA, SouthA);
        await Plan(Wave2, 2, "Bølge 2", GoesLive, NorthB);
        await Do<Wave, WaveEvent>(Wave1, wave => wave.GoLive(WentLive, Today));
    }

    /// <exception cref="InvalidOperationException">The domain said no: the test's own data are wrong.</exception>
    public async Task Do<TState, TEvent>(Guid id, Func<TState, Decision<TEvent>> decide, Together? with = null)
        where TState : class, IState<TState, TEvent>
        where TEvent : class
    {
        if (await ledger.Decide(id, decide, with) is { } refusal) throw new InvalidOperationException(refusal.Key);
    }

    /// <summary>Somebody who works at a location; each call another one.</summary>
    /// <returns>The id of the employee.</returns>
    public async Task<Guid> Employ(Guid location, string? name = null, string role = "Pædagog", DateOnly? from = null, DateOnly? to = null, string? key = null)
    {
        var id = Guid.CreateVersion7();
        var workKey = key ?? id.ToString("N")[^8..];
        var refusal = await services.GetRequiredService<EmployeeDesk>().Add(
            id, workKey, name ?? $"Prøve {workKey}", $"{workKey}@eksempel.invalid", new EmployeePeriod(Guid.CreateVersion7(), location, role, from ?? new DateOnly(2021, 1, 1), to));
        return refusal is null ? id : throw new InvalidOperationException(refusal.Key);
    }

    /// <summary>A wave with nothing in it.</summary>
    public async Task<Guid> PlanWave(string name, DateOnly? goLive = null, int number = 50)
    {
        var wave = Guid.CreateVersion7();
        await Plan(wave, number, name, goLive);
        return wave;
    }

    /// <summary>Another programme of the same installation, with one location.</summary>
    public async Task<(Guid Programme, Guid Area, Guid Location)> FoundAnother(string name, string code)
    {
        var (programme, area, location) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Do<Programme, ProgrammeEvent>(programme, p => p.Found(new FoundProgramme(programme, name, "da", "DK", "Europe/Copenhagen", "DKK")));
        await Do<Programme, ProgrammeEvent>(programme, p => p.AddArea(area, $"{name} Område"));
        await Do<Location, LocationEvent>(location, l => l.Open(new OpenLocation(
            location, programme, code, new LocationDescription($"{name} Hus", area, 30, Side.Provider, "24/7", "Europe/Copenhagen", null), new DateOnly(2021, 1, 1))));
        return (programme, area, location);
    }

    private Task Open(Guid id, Guid area, string code, string name, int users, Guid? provider) => Do<Location, LocationEvent>(id, location =>
        location.Open(new OpenLocation(
            id, Programme, code, new LocationDescription(name, area, users, Side.Provider, "24/7", "Europe/Copenhagen", provider), new DateOnly(2021, 1, 1))),
        Claiming(LocationRegister.Claim(Programme, id, code)));

    private async Task Plan(Guid wave, int number, string name, DateOnly? goLive, params Guid[] locations)
    {
        await Do<Wave, WaveEvent>(wave, w => w.Create(new CreateWave(wave, Programme, name, number, Early: false)));
        if (goLive is { } day) await Do<Wave, WaveEvent>(wave, w => w.Schedule(day, hypercareWeeks: 6));
        foreach (var location in locations)
            await Do<Wave, WaveEvent>(wave, w => w.Assign(location), Claiming(WaveLocations.Claim(wave, location)));
    }

    private static Together Claiming(Claim claim) => new() { Claims = [new Reserve(claim, new Refusal("taken"))] };
}
