using System.Diagnostics;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Benchmarks.Watching;

/// <summary>1,000 people with one board open, while superusers log a ticket a second (decisions.md 17).</summary>
internal static class WatchersBenchmark
{
    private const string Name = "watchers";
    private const int Watchers = 1_000;
    private const int Tickets = 40;
    private const int AtATime = 50;
    private const double MostMilliseconds = 1_000;
    private const double MostMegabytes = 400;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    public static async Task Run(Report report, string[] args)
    {
        await using var installation = await Installation.Start(20_000);
        var tickets = new LoggedTickets(Tickets);
        var watchers = await Open(installation, tickets);
        try
        {
            await Task.Delay(Settling);
            var (asked, watch, busy) = (watchers.Sum(watcher => watcher.Answers), Stopwatch.StartNew(), installation.Portal.Busy);
            using (var reporters = await Reporters.SignIn(installation))
                await reporters.Log(tickets, Tickets);
            await UntilSeen(watchers);
            Tell(report, watchers, tickets);
            report.Add(Name, "re-fetches", (watchers.Sum(watcher => watcher.Answers) - asked) / watch.Elapsed.TotalSeconds, "requests/s");
            report.Add(Name, "re-fetches from another's rendering", 100.0 * watchers.Sum(watcher => watcher.Kept) / watchers.Sum(watcher => watcher.Answers), "%");
            report.Add(Name, "processor of the portal", (installation.Portal.Busy - busy) / watch.Elapsed * 100, "% of a core");
            report.Add(Name, "memory of the portal, peak", installation.Portal.PeakMegabytes, "MB", MostMegabytes);
        }
        finally
        {
            foreach (var watcher in watchers)
                await watcher.DisposeAsync();
        }
    }

    /// <summary>Each an account of its own; nine of ten read Danish, the others Swedish or English.</summary>
    private static async Task<List<Watcher>> Open(Installation at, LoggedTickets tickets)
    {
        Report.Progress($"{Watchers} watchers");
        var (board, topic) = ($"/programmes/{at.Rollout.Programme}/tickets", $"hypercare/{at.Rollout.Programme}");
        var open = new List<Watcher>(Watchers);
        foreach (var some in Enumerable.Range(0, Watchers).Chunk(AtATime))
        {
            open.AddRange(await Task.WhenAll(some.Select(async i =>
            {
                var session = await at.SignIn(Role.Leader, (i % 20) switch { 0 => "sv", 1 => "en", _ => "da" });
                return await Watcher.Open(at.Portal.Address, session, board, topic, tickets);
            })));
        }

        return open;
    }

    private static async Task UntilSeen(List<Watcher> watchers)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < LongestWait && !watchers.All(watcher => watcher.HasSeenAll);)
            await timer.WaitForNextTickAsync();
    }

    private static void Tell(Report report, List<Watcher> watchers, LoggedTickets tickets)
    {
        var delays = watchers.SelectMany(watcher => tickets.All.Select(watcher.DelayOf)).ToList();
        var seen = delays.OfType<double>().ToList();
        report.Add(Name, $"{Watchers} watchers, {tickets.Count} tickets: seen after, median", seen.Percentile(0.5), "ms");
        report.Add(Name, "seen after, 95 of 100", seen.Percentile(0.95), "ms", MostMilliseconds);
        report.Add(Name, "seen after, 99 of 100", seen.Percentile(0.99), "ms");
        report.Add(Name, "seen within a second", 100.0 * seen.Count(delay => delay <= MostMilliseconds) / delays.Count, "%", 95);
        report.Add(Name, "never seen", delays.Count - seen.Count, "pairs");
        foreach (var fault in watchers.Select(watcher => watcher.Fault).OfType<string>().GroupBy(fault => fault))
            report.Note($"watchers: {fault.Count()} × {fault.Key}");
    }
}
