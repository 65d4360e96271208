using Microsoft.AspNetCore.Http;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Benchmarks.Log;

/// <summary>What a click costs: load a stream of fifty events, decide, append one, fold two read models.</summary>
internal static class DecideBenchmark
{
    private const int Rounds = 7;
    private static readonly int[] Callers = [1, 8, 64];

    public static async Task Run(Report report, string[] words)
    {
        await using var log = await BenchLog.Open(BenchLog.TwoModels);
        Guid[] streams = [.. Enumerable.Range(0, 4_096).Select(_ => Guid.CreateVersion7())];
        await log.Fill(streams, 50);
        foreach (var table in log.Store.Models.Tables)
            await log.Store.Tables.Build(table);
        await using var floor = await Floor.Open(log.Source);
        var floors = new Dictionary<int, List<double>> { [1] = [], [8] = [] };
        var cases = (from cached in new[] { false, true } from callers in Callers select new Case(log, streams, callers, cached)).ToList();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var connections in floors.Keys)
                floors[connections].Add(await floor.Measure(connections));
            foreach (var one in cases)
                await one.Measure();
        }

        // The first round warms up.
        foreach (var one in cases)
            report.Add("decide", one.Name, Pace.Median(one.Measured.Skip(1)), "decisions/s", Pace.Median(floors[one.Callers == 1 ? 1 : 8].Skip(1)));
    }

    private sealed class Case(BenchLog log, Guid[] streams, int callers, bool cached)
    {
        private readonly StateCache cache = new();
        private readonly int[] next = new int[callers];
        private readonly Guid author = Guid.CreateVersion7();

        public int Callers => callers;

        public string Name => $"{callers} callers, {(cached ? "state cache" : "states loaded")}";

        public List<double> Measured { get; } = [];

        public async Task Measure()
        {
            var ledger = new Ledger(log.Store, cache, new Actor(new HttpContextAccessor()));
            if (cached) await Warm(ledger);
            Measured.Add(await Pace.Of(callers, caller => Decide(ledger, Mine(caller))));
        }

        /// <remarks>Callers have streams of their own: nobody waits for a second try.</remarks>
        private Guid Mine(int caller) => streams[(caller + (callers * next[caller]++)) % (cached ? 1_024 : streams.Length)];

        private async Task Decide(Ledger ledger, Guid id)
        {
            if (!cached) cache.Drop(id);
            if (await ledger.Decide<Ticket, TicketEvent>(id, ticket => ticket.Comment(Guid.CreateVersion7(), author, BenchLog.Noon)) is { } refusal)
                throw new InvalidOperationException(refusal.Key);
        }

        private async Task Warm(Ledger ledger)
        {
            foreach (var id in streams.Take(1_024))
                await ledger.Load<Ticket, TicketEvent>(id);
        }
    }
}
