using System.Diagnostics;
using System.Globalization;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Benchmarks.Watching;

/// <summary><c>watchers [N [TICKETS]]</c>: 1,000 people with one board open, while superusers log a ticket a second (decisions.md 17).</summary>
internal static class WatchersBenchmark
{
    private const string Name = "watchers";
    private const int Usually = 1_000;
    private const int UsualTickets = 40;
    private const int AtATime = 50;
    private const double MostMilliseconds = 1_000;
    private const double MostMegabytes = 400;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    public static async Task Run(Report report, string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Usually;
        var tickets = new LoggedTickets(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : UsualTickets);
        await using var installation = await Installation.Start(20_000);
        var watchers = await Open(installation, tickets, count);
        try
        {
            await Task.Delay(Settling);
            var (asked, watch, busy) = (watchers.Sum(watcher => watcher.Answers), Stopwatch.StartNew(), installation.Portal.Busy);
            using (var reporters = await Reporters.SignIn(installation))
                await reporters.Log(tickets);
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

    private static async Task<List<Watcher>> Open(Installation at, LoggedTickets tickets, int count)
    {
        Report.Progress($"{count} watchers");
        var sessions = await Many(Enumerable.Range(0, count), i => at.SignIn(Role.Leader, LanguageOf(i)));
        Report.Progress("signed in");
        // A new right closes the connections of whom it is given to: the portal must have heard of all of them.
        await Task.Delay(Settling);
        var (board, topic) = ($"/programmes/{at.Rollout.Programme}/hypercare", $"hypercare/{at.Rollout.Programme}");
        return await Many(sessions, session => Watcher.Open(at.Portal.Address, session, board, topic, tickets));
    }

    /// <summary>Each watcher has an account of its own; nine of ten read Danish, the others Swedish or English.</summary>
    private static string LanguageOf(int i) => (i % 20) switch { 0 => "sv", 1 => "en", _ => "da" };

    private static async Task<List<TOut>> Many<TIn, TOut>(IEnumerable<TIn> all, Func<TIn, Task<TOut>> make)
    {
        var made = new List<TOut>();
        foreach (var some in all.Chunk(AtATime))
            made.AddRange(await Task.WhenAll(some.Select(make)));
        return made;
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
        report.Add(Name, $"{watchers.Count} watchers, {tickets.Count} tickets: seen after, median", seen.Percentile(0.5), "ms");
        report.Add(Name, "seen after, 95 of 100", seen.Percentile(0.95), "ms", MostMilliseconds);
        report.Add(Name, "seen after, 99 of 100", seen.Percentile(0.99), "ms");
        report.Add(Name, "seen within a second", 100.0 * seen.Count(delay => delay <= MostMilliseconds) / delays.Count, "%", 95);
        report.Add(Name, "never seen", delays.Count - seen.Count, "pairs");
        foreach (var fault in watchers.Select(watcher => watcher.Fault).OfType<string>().GroupBy(fault => fault))
            report.Note($"watchers: {fault.Count()} × {fault.Key}");
    }
}
