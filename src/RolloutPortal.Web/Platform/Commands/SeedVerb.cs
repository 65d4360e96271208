using System.Globalization;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Platform.Seeding;

namespace RolloutPortal.Web.Platform.Commands;

/// <summary>Loads a scenario.</summary>
internal static class SeedVerb
{
    public static Verb Verb { get; } = new(
        "seed", "seed NAME [--reset]", "loads a scenario from seed/ into an empty database",
        "NAME is a folder of seed/. The scenario goes through the same commands as a user's clicks, each at its own time.\n"
        + "Loaded again it changes nothing; an interrupted load goes on. --reset empties a demo database first: one that a\n"
        + "scenario has filled. Any other database is left as it is.",
        NeedsDatabase: true, Run);

    private static async Task<int> Run(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        arguments.Allow(names: 1, "--reset");
        if (arguments.Names is not [var name]) throw new UsageException($"Which scenario? There is: {string.Join(", ", Scenarios.Names)}.");
        var (scenarios, shown) = (services.GetRequiredService<Scenarios>(), VerbProgress.ToConsole());
        var progress = new Telling<SeedProgress>(at => shown.Tell($"seed {name}", at.Percent / 100.0, Day(at)));
        await (arguments.Has("--reset") ? scenarios.LoadAnew(name, progress, ct) : scenarios.Load(name, progress, ct));
        shown.Finish();
        Console.WriteLine($"The scenario {name} is loaded.");
        return 0;
    }

    private static string Day(SeedProgress at) => at.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
