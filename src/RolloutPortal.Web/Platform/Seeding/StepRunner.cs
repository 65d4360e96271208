namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>Does the deeds of a story in order of time; neighbours about different things at once, for they are then committed together.</summary>
public sealed class StepRunner(Scene scene, string correlation, IProgress<SeedProgress> progress)
{
    private const int MostAtOnce = 64;

    /// <summary>Within which deeds about different things may change places in the log.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    private readonly Queue<(SeedStep Step, Task Done)> underWay = new();
    private readonly Dictionary<Guid, Task> last = [];

    /// <exception cref="SeedRefusedException">The portal refused a deed: the scenario's files are wrong.</exception>
    public async Task Run(IReadOnlyList<SeedStep> story, CancellationToken ct)
    {
        SeedStep[] inOrder = [.. story.OrderBy(step => step.At)];
        var waiting = NotDone(inOrder, await scene.Versions(ct));
        var done = inOrder.Length - waiting.Count;
        try
        {
            foreach (var step in waiting)
            {
                while (underWay.TryPeek(out var oldest) && MustWait(step, oldest.Step)) await Finish();
                Start(step, ct);
                if (step.Alone)
                {
                    await Finish();
                    await scene.LookAgain(ct);
                }

                progress.Report(new(scene.Ids.Scenario, ++done, inOrder.Length, step.At));
            }
        }
        finally
        {
            await Task.WhenAll(underWay.Select(started => started.Done));
        }
    }

    /// <summary>What the log does not have yet: each thing's deeds are in the log from the first one on.</summary>
    private static List<SeedStep> NotDone(SeedStep[] story, Dictionary<Guid, long> versions)
    {
        var told = new Dictionary<Guid, long>();
        var waiting = new List<SeedStep>();
        foreach (var step in story)
        {
            var until = told[step.Stream] = told.GetValueOrDefault(step.Stream) + step.Events;
            if (until > versions.GetValueOrDefault(step.Stream)) waiting.Add(step);
        }

        return waiting;
    }

    private bool MustWait(SeedStep next, SeedStep oldest) =>
        next.Alone || underWay.Count == MostAtOnce || next.At - oldest.At > Window;

    private void Start(SeedStep step, CancellationToken ct)
    {
        var before = last.GetValueOrDefault(step.Stream, Task.CompletedTask);
        scene.Time.Latest = step.At;
        var done = Task.Run(() => Do(step, before, ct), ct);
        last[step.Stream] = done;
        underWay.Enqueue((step, done));
    }

    private Task Finish() => underWay.Dequeue().Done;

    private async Task Do(SeedStep step, Task before, CancellationToken ct)
    {
        await before;
        SceneTime.StandAt(step.At);
        using (scene.Actor.As(step.By, correlation))
        {
            if (await step.Do(scene, ct) is { } refusal)
                throw new SeedRefusedException($"The portal refuses what happens at {step.At:yyyy-MM-dd HH:mm} UTC to {step.Stream}: {refusal.Key}.");
        }
    }
}
