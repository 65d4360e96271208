using Microsoft.Extensions.Options;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Seeding.Files;
using RolloutPortal.Web.Platform.Seeding.Story;
using RolloutPortal.Web.Platform.Seeding.Tickets;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>The scenarios that travel with the program, and the loading of one into an empty portal.</summary>
public sealed class Scenarios(
    PortalDatabase database, IServiceProvider services, IOptions<PortalOptions> options, Clock clock, TimeProvider machine)
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seed");

    /// <summary>In order of their names.</summary>
    public static IReadOnlyList<string> Names => Directory.Exists(Folder)
        ? [.. Directory.GetDirectories(Folder).Where(path => File.Exists(Path.Combine(path, "programme.json"))).Select(Path.GetFileName).Order(StringComparer.Ordinal)!]
        : [];

    /// <summary>What a start in Development has to load: one that was interrupted, else the configured one into an empty database.</summary>
    /// <returns>Null when there is nothing to load.</returns>
    public async Task<string?> Due(string configured, CancellationToken ct = default) => (await SeedState.Of(database, ct)) switch
    {
        { Loading: { } interrupted } => interrupted,
        { IsEmpty: true } when configured.Length > 0 => configured,
        _ => null,
    };

    /// <summary>Loads a scenario; one that is there stays as it is, and an interrupted load goes on.</summary>
    /// <exception cref="SeedRefusedException">There is no such scenario, or the database holds something else.</exception>
    /// <exception cref="ScenarioFileException">Its files are wrong.</exception>
    public async Task Load(string name, IProgress<SeedProgress> progress, CancellationToken ct = default)
    {
        var scenario = Read(name);
        await using var turn = await SeedTurn.Take(database.Source, ct);
        await Load(scenario, progress, ct);
    }

    /// <summary>Empties a demo's database first; any other is left as it is.</summary>
    /// <inheritdoc cref="Load(string, IProgress{SeedProgress}, CancellationToken)"/>
    public async Task LoadAnew(string name, IProgress<SeedProgress> progress, CancellationToken ct = default)
    {
        var scenario = Read(name);
        await using var turn = await SeedTurn.Take(database.Source, ct);
        await SeedReset.Run(database, ct);
        await Load(scenario, progress, ct);
    }

    /// <summary>Everything that happens in a scenario, in the order in which its files are told; a runner puts it in order of time.</summary>
    public static IReadOnlyList<SeedStep> Told(Scenario scenario) =>
    [
        .. Founding.Steps(scenario), .. Marking.Steps(scenario), .. People.Steps(scenario), .. Planning.Steps(scenario), .. Staffing.Steps(scenario),
        .. Happenings.Steps(scenario), .. Reorganising.Steps(scenario), .. TicketStory.Steps(scenario),
    ];

    private async Task Load(Scenario scenario, IProgress<SeedProgress> progress, CancellationToken ct)
    {
        var name = scenario.Name;
        if (!await SeedState.Begin(database, name, ct)) return;
        await using (var scene = await Scene.Open(database, services, scenario.Ids, ct))
            await new StepRunner(scene, $"seed:{name}", progress).Run(Told(scenario), ct);
        // Whoever configured a clock wants that one.
        await SeedState.End(database, name, options.Value.Clock is null ? scenario.Clock : null, machine, ct);
        await new ClockSetting(database.Source, clock).Follow(ct);
    }

    private static Scenario Read(string name) => Names.Contains(name)
        ? Scenario.Read(Folder, name)
        : throw new SeedRefusedException($"There is no scenario '{name}'. There is: {string.Join(", ", Names)}.");
}
