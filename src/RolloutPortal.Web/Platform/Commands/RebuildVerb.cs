using Npgsql;
using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Commands;

/// <summary>Builds read tables anew.</summary>
internal static class RebuildVerb
{
    public static Verb Verb { get; } = new(
        "rebuild", "rebuild [NAME]", "builds read tables anew beside the live ones and swaps them in while the portal serves",
        "NAME is a read table (ticket_row) or ticket_search; without it all are built, one after the other.",
        NeedsDatabase: true, Run);

    private static async Task<int> Run(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        arguments.Allow(names: 1);
        var store = services.GetRequiredService<PortalDatabase>().Store;
        if (arguments.Names is [TicketSearchRows.Table]) return await RebuildSearch(store.Source, ct);
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
        return arguments.Names.Count == 0 ? await RebuildSearch(store.Source, ct) : 0;
    }

    private static async Task<int> RebuildSearch(NpgsqlDataSource source, CancellationToken ct)
    {
        Console.WriteLine($"{await TicketSearchRows.Rebuild(source, ct)} rows of {TicketSearchRows.Table} made.");
        return 0;
    }

    private static IReadOnlyList<ReadTable> Wanted(VerbArguments arguments, ReadModelSet models) => arguments.Names switch
    {
        [var name] => [models.Named(name) ?? throw new UsageException($"There is no read table '{name}'. There is: {string.Join(", ", models.Tables.Select(table => table.Name).Append(TicketSearchRows.Table))}.")],
        _ => models.Tables,
    };
}
