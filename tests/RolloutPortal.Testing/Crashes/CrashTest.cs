using System.Diagnostics;

namespace RolloutPortal.Testing.Crashes;

/// <summary>Writers log tickets while the portal and its PostgreSQL are killed at random moments; afterwards every ticket that was
/// acknowledged must be there exactly once.</summary>
/// <param name="program">The portal's dll; null: the one built with these tests.</param>
public sealed class CrashTest(int rounds, int seed, string? program = null)
{
    private const int Writers = 8;
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(60);

    private readonly Random random = new(seed);
    private readonly Acknowledged acknowledged = new();
    private readonly List<TimeSpan> recoveries = [];

    /// <summary>Told what is done, for whoever waits.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    public async Task<CrashReport> Run()
    {
        var folder = TestFolders.NewOnDisk();
        try
        {
            var place = await WritersPlace.Make(folder, Writers);
            await using var portal = new PortalProcess(place.Settings, program);
            await portal.Start();
            await WriteAndKill(place, portal, folder);
            return await Judge(place);
        }
        finally
        {
            TestFolders.Remove(folder);
        }
    }

    private async Task WriteAndKill(WritersPlace place, PortalProcess portal, string folder)
    {
        using var enough = new CancellationTokenSource();
        using var atLast = new CancellationTokenSource();
        var writing = place.Sessions
            .Select((session, number) => new Writer(number, portal.Address, session, place.Location, acknowledged).Run(enough.Token, atLast.Token)).ToList();
        try
        {
            await acknowledged.Next(LongestRecovery);
            for (var round = 1; round <= rounds; round++)
                await Kill(round, portal, folder);
        }
        finally
        {
            await enough.CancelAsync();
            atLast.CancelAfter(LongestRecovery);
            await Task.WhenAll(writing);
        }
    }

    private async Task Kill(int round, PortalProcess portal, string folder)
    {
        await Task.Delay(random.Next(100, 1_200));
        var victim = (Victim)random.Next(3);
        var watch = Stopwatch.StartNew();
        if (victim is Victim.Postgres or Victim.Both) Killing.Postgres(folder);
        if (victim is Victim.Portal or Victim.Both)
        {
            await portal.Kill();
            await portal.Start();
        }

        await acknowledged.Next(LongestRecovery);
        recoveries.Add(watch.Elapsed);
        Progress($"{round} of {rounds}: {victim} killed, {watch.Elapsed.TotalSeconds:0.0} s until the next ticket");
    }

    private async Task<CrashReport> Judge(WritersPlace place)
    {
        var (exitCode, said) = await PortalProgram.Run(program ?? PortalProgram.Built, place.Settings, "verify");
        var found = await place.Found();
        var ids = acknowledged.Tickets;
        return new CrashReport(
            rounds, ids.Count, acknowledged.Repeats, ids.Count(id => !found.Tickets.Contains(id)), found.Doubled,
            found.Tickets.Count(id => !ids.Contains(id)), Math.Max(0, acknowledged.PromptAnswers - found.Entries), [.. recoveries.Order()], acknowledged.Faults, exitCode == 0 ? null : said);
    }

    private enum Victim { Portal, Postgres, Both }
}
