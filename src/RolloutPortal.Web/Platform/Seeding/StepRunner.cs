namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>Does the deeds of a story in order of time; those about different things follow each other so closely that they are committed together.</summary>
public sealed class StepRunner(Scene scene, string correlation, IProgress<SeedProgress> progress)
{
    private const int MostAtOnce = 64;

    private readonly Queue<Task> underWay = new();
    private readonly HashSet<Guid> busy = [];
    private readonly HashSet<Guid> known = [];

    /// <exception cref="SeedRefusedException">The portal refused a deed: the scenario's files are wrong.</exception>
    public async Task Run(IReadOnlyList<SeedStep> story, CancellationToken ct)
    {
        SeedStep[] inOrder = [.. story.OrderBy(step => step.At)];
        var versions = await scene.Versions(ct);
        var waiting = NotDone(inOrder, versions);
        var done = inOrder.Length - waiting.Count;
        try
        {
            foreach (var step in waiting)
            {
                await Tell(step, isNew: !versions.ContainsKey(step.Stream), ct);
                progress.Report(new(scene.Ids.Scenario, ++done, inOrder.Length, step.At));
            }
        }
        finally
        {
            await Finish();
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

    /// <remarks>A deed reaches the log's writer before the next one is begun, so that the log is in order: unless it has to look for its
    /// thing first, and then it is waited for.</remarks>
    private async Task Tell(SeedStep step, bool isNew, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var isFirst = known.Add(step.Stream);
        var looks = step.Alone || (isFirst && !(isNew && step.Begin is not null));
        if (looks || underWay.Count == MostAtOnce || !busy.Add(step.Stream)) await Finish();
        if (isFirst && isNew) step.Begin?.Invoke(scene);
        busy.Add(step.Stream);
        underWay.Enqueue(Do(step, ct));
        if (looks) await Finish();
        if (step.Alone) await scene.LookAgain(ct);
    }

    private async Task Finish()
    {
        await Task.WhenAll(underWay);
        underWay.Clear();
        busy.Clear();
    }

    private async Task Do(SeedStep step, CancellationToken ct)
    {
        scene.Time.StandAt(step.At);
        using (scene.Actor.As(step.By, correlation, step.At))
        {
            if (await step.Do(scene, ct) is { } refusal)
                throw new SeedRefusedException($"The portal refuses what happens at {step.At:yyyy-MM-dd HH:mm} UTC to {step.Stream}: {refusal.Key}.");
        }
    }
}
