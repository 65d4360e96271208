using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Benchmarks.Pages;

/// <summary>The first page of 20,000 tickets, 50 of them, for 8 readers at once, against a bare endpoint that runs the same query and
/// writes as many bytes.</summary>
internal static class ListBenchmark
{
    private const string Name = "list";
    private const int Tickets = 20_000;
    private const int Connections = 8;
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task Run(Report report, string[] args)
    {
        await using var installation = await Installation.Start(Tickets);
        var session = await installation.SignIn(Role.RolloutManager);
        var list = new Asking(installation.Portal.Address, $"/programmes/{installation.Rollout.Programme}/tickets", ("Cookie", session));
        var (_, bytes) = await list.Flood(Connections, WarmUp);

        await using var endpoint = await BareEndpoint.Start(installation.Settings, installation.Rollout.Programme, bytes);
        var bare = new Asking(endpoint.Address, "/");
        await bare.Flood(Connections, WarmUp);

        // In turns: what else the machine does meets both.
        var (pages, floors) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            pages.Add((await list.Flood(Connections, Round)).PerSecond);
            floors.Add((await bare.Flood(Connections, Round)).PerSecond);
        }

        report.Add(Name, $"50 of {Tickets} tickets, {Connections} connections, {bytes / 1024} KB", pages.Median(), "pages/s", floors.Median());
    }
}
