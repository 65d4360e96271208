using Npgsql;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.EventStore.Writing;

/// <summary>One transaction for a group of appends, in two round trips: look under the lock, then write.</summary>
/// <remarks>The lock is one for all processes, so that sequence order is commit order and no reader needs gap detection.
/// Begin and commit travel inside the two batches: nothing else may use the connection.</remarks>
/// <param name="committed">Told with the topics of a group between its commit and the answers.</param>
internal sealed class GroupCommit(ReadModelSet models, Func<DateTimeOffset> now, Action<IReadOnlySet<string>> committed)
{
    /// <summary>The row of <c>mt_event_progression</c> that says how far the log goes, as Marten names it.</summary>
    public const string HighWater = "HighWaterMark";

    /// <summary>Answers each append of the group: stored, or why not. Throws when the whole group failed.</summary>
    public void Write(NpgsqlConnection connection, List<PendingAppend> group)
    {
        List<PendingAppend> all = [.. group.SelectMany(pending => pending.All)];
        var folds = Folds(all);
        var seen = Look(connection, all, folds);
        var plan = new GroupPlan(seen, Cut(now()));
        foreach (var pending in group)
            plan.Add(pending);

        if (plan.Accepted.Count == 0)
        {
            Abandon(connection);
        }
        else
        {
            var topics = Fold(plan, folds.Values);
            Store(connection, plan, folds, topics);
            committed(topics);
        }

        plan.Answer();
    }

    public static void Abandon(NpgsqlConnection connection)
    {
        using var rollback = new NpgsqlCommand("rollback", connection);
        rollback.ExecuteNonQuery();
    }

    /// <summary>PostgreSQL keeps microseconds and .NET a tenth of one; a row must equal its fold.</summary>
    public static DateTimeOffset Cut(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private Dictionary<ReadTable, FoldSession> Folds(List<PendingAppend> group)
    {
        var folds = models.Tables.Where(table => table.IsLive).ToDictionary(table => table, table => table.StartFold());
        foreach (var pending in group)
            foreach (var @event in pending.Append.Events)
                foreach (var fold in folds.Values)
                    fold.Expect(@event);
        return folds;
    }

    private GroupSight Look(
        NpgsqlConnection connection, List<PendingAppend> group, Dictionary<ReadTable, FoldSession> folds)
    {
        using var batch = new NpgsqlBatch(connection);
        foreach (var command in GroupSight.Commands(group))
            batch.BatchCommands.Add(command);
        var reading = folds.Values.Select(fold => (fold, Command: fold.PriorRows())).Where(pair => pair.Command is not null).ToList();
        foreach (var (_, command) in reading)
            batch.BatchCommands.Add(command!);

        Exception? changed = null;
        try
        {
            using var reader = batch.ExecuteReader();
            var seen = GroupSight.Read(reader, group);
            changed = ShapeCheck.Of(models, folds.ContainsKey, seen);
            foreach (var (fold, _) in changed is null ? reading : [])
            {
                reader.NextResult();
                fold.ReadPrior(reader);
            }

            return changed is null ? seen : throw changed;
        }
        catch (PostgresException) when (changed is not null)
        {
            // The rest of the batch asks for columns that are no longer there; what matters was seen before it.
            throw changed;
        }
    }

    private static HashSet<string> Fold(GroupPlan plan, IReadOnlyCollection<FoldSession> folds)
    {
        var topics = new HashSet<string>();
        foreach (var accepted in plan.Accepted)
            foreach (var @event in accepted.Pending.Append.Events)
                foreach (var fold in folds)
                    fold.Fold(@event, topics);
        return topics;
    }

    private void Store(
        NpgsqlConnection connection, GroupPlan plan, Dictionary<ReadTable, FoldSession> folds, HashSet<string> topics)
    {
        using var batch = new NpgsqlBatch(connection);
        foreach (var command in GroupStatements.Log(plan))
            batch.BatchCommands.Add(command);
        foreach (var command in folds.Values.SelectMany(fold => fold.Writes()))
            batch.BatchCommands.Add(command);
        foreach (var command in GroupStatements.Beside(plan))
            batch.BatchCommands.Add(command);
        foreach (var command in GroupStatements.After(plan, models.FollowUps))
            batch.BatchCommands.Add(command);
        batch.BatchCommands.Add(GroupStatements.Closing(plan, folds.Keys.Select(table => table.ProgressName), topics));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        batch.ExecuteNonQuery();
    }
}
