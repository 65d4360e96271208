using RolloutPortal.EventStore.Upkeep;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Database;

namespace RolloutPortal.Web.Platform.Commands;

/// <summary>Checks the log and everything folded from it.</summary>
internal static class VerifyVerb
{
    private const int FaultsFound = 1;

    public static Verb Verb { get; } = new(
        "verify", "verify", "folds every event again and reports any row that differs, any gap, any unknown event, any change of the access log",
        "One line for each fault; nothing is changed. The exit code is 1 when there are any. The portal may serve meanwhile.",
        NeedsDatabase: true, Run);

    private static async Task<int> Run(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        arguments.Allow(names: 0);
        var store = services.GetRequiredService<PortalDatabase>().Store;
        var progress = VerbProgress.ToConsole();
        IReadOnlyList<string> faults =
            [.. await new LogCheck(store).Run(what => progress.Tell($"verify {what}"), ct), .. store.Models.Tables.All(table => table.IsLive) ? await EarlierIds.Faults(store.Source, ct) : [],
            .. await TicketSearchRows.Faults(store.Source, ct), .. await services.GetRequiredService<AccessLogCheck>().Faults(ct)];
        foreach (var fault in faults)
            Console.WriteLine(fault);
        Console.WriteLine(faults.Count == 0
            ? $"All is well: {store.Models.Tables.Count} read tables agree with the log up to position {await store.Head(ct)}."
            : $"{faults.Count} faults.");
        var head = await services.GetRequiredService<AccessTables>().Head(ct);
        Console.WriteLine($"The access log ends with batch {head.Number}, {Convert.ToHexStringLower(head.Hash)}: to be compared with what the portal's own log said.");
        return faults.Count == 0 ? 0 : FaultsFound;
    }
}
