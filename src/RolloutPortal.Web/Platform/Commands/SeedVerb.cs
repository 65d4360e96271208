using System.Globalization;
using RolloutPortal.Web.Platform.Seeding;

namespace RolloutPortal.Web.Platform.Commands;

/// <summary>Loads a scenario.</summary>
internal static class SeedVerb
{
    public static Verb Verb { get; } = new(
        "seed", "seed NAME [--reset]", "loads a scenario from seed/ into an empty database",
        "NAME is a folder of seed/. The scenario goes through the same commands as a user's clicks, each at its own time.\n"
        + "--reset empties a demo database first: one that a scenario has filled. Any other database is left as it is.",
        NeedsDatabase: true, Run);

    private static async Task<int> Run(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        arguments.Allow(names: 1, "--reset");
        if (arguments.Names is not [var name]) throw new UsageException($"Which scenario? There is: {string.Join(", ", Scenarios.Names)}.");
        var progress = VerbProgress.ToConsole();
        var scenarios = services.GetRequiredService<Scenarios>();
        var told = new SeedListener(seen => progress.Tell($"seed {name}", seen.Percent / 100.0, seen.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""));
        await (arguments.Has("--reset") ? scenarios.LoadAnew(name, told, ct) : scenarios.Load(name, told, ct));
        progress.Finish();
        Console.WriteLine($"The scenario {name} is loaded.");
        return 0;
    }
}
