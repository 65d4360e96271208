namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>Does the deeds of a story in order of time; neighbours about different things at once, for they are then committed together.</summary>
public sealed class StepRunner(Scene scene, string correlation, IProgress<SeedProgress> progress)
{
    private const int MostAtOnce = 32;

    /// <summary>Within which deeds about different things may change places in the log.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(20);

    /// <exception cref="SeedRefusedException">The portal refused a deed: the scenario's files are wrong.</exception>
    public async Task Run(IReadOnlyList<SeedStep> story, CancellationToken ct)
    {
        SeedStep[] inOrder = [.. story.OrderBy(step => step.At)];
        var waiting = NotDone(inOrder, await scene.Versions(ct));
        var done = inOrder.Length - waiting.Count;
        for (var next = 0; next < waiting.Count;)
        {
            var group = Together(waiting, next);
            await Do(group, ct);
            next += group.Count;
            progress.Report(new(scene.Ids.Scenario, done + next, inOrder.Length, group[^1].At));
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

    private static List<SeedStep> Together(List<SeedStep> story, int first)
    {
        var group = new List<SeedStep> { story[first] };
        var streams = new HashSet<Guid> { story[first].Stream };
        for (var i = first + 1; !group[0].Alone && i < story.Count && group.Count < MostAtOnce; i++)
        {
            if (story[i].Alone || story[i].At - group[0].At > Window || !streams.Add(story[i].Stream)) break;
            group.Add(story[i]);
        }

        return group;
    }

    private async Task Do(List<SeedStep> group, CancellationToken ct)
    {
        scene.Time.Latest = group[^1].At;
        await Task.WhenAll(group.Select(step => Task.Run(() => Do(step, ct), ct)));
        if (group[0].Alone) await scene.LookAgain(ct);
    }

    private async Task Do(SeedStep step, CancellationToken ct)
    {
        SceneTime.StandAt(step.At);
        using (scene.Actor.As(step.By, correlation))
        {
            if (await step.Do(scene, ct) is { } refusal)
                throw new SeedRefusedException($"The portal refuses what happens at {step.At:yyyy-MM-dd HH:mm} UTC to {step.Stream}: {refusal.Key}.");
        }
    }
}
