using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Commands;

/// <summary>Builds read tables anew.</summary>
internal static class RebuildVerb
{
    public static Verb Verb { get; } = new(
        "rebuild", "rebuild [NAME]", "builds read tables anew beside the live ones and swaps them in while the portal serves",
        "NAME is a read table (ticket_row); without it all are built, one after the other.",
        NeedsDatabase: true, Run);

    private static async Task<int> Run(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        arguments.Allow(names: 1);
        var store = services.GetRequiredService<PortalDatabase>().Store;
        var tables = Wanted(arguments, store.Models);
        var progress = VerbProgress.ToConsole();
        store.Tables.Progressed += built => progress.Tell($"rebuild {built.Table}", built.Share);
        foreach (var table in tables)
        {
            await store.Tables.Build(table, ct);
            progress.Tell($"rebuild {table.Name}", 1);
            progress.Finish();
        }

        Console.WriteLine($"{tables.Count} built: {string.Join(", ", tables.Select(table => table.Name))}.");
        return 0;
    }

    private static IReadOnlyList<ReadTable> Wanted(VerbArguments arguments, ReadModelSet models) => arguments.Names switch
    {
        [var name] => [models.Named(name) ?? throw new UsageException($"There is no read table '{name}'. There is: {string.Join(", ", models.Tables.Select(table => table.Name))}.")],
        _ => models.Tables,
    };
}
