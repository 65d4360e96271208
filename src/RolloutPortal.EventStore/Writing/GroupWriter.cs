using Npgsql;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.EventStore.Writing;

/// <summary>Takes whatever appends are waiting and commits them together: one transaction, one lock, one flush to disk.</summary>
/// <remarks>If a group fails, its appends are committed one by one and only the culprit fails (decisions.md 7). It has a thread of
/// its own and waits on it for the database: every caller waits for this thread, and it never waits for a busy pool.</remarks>
internal sealed class GroupWriter : IAsyncDisposable
{
    private const int MostAppends = 256;

    private readonly WaitingAppends waiting = new();
    private readonly WriterConnection connection;
    private readonly GroupCommit commit;
    private readonly Task loop;

    public GroupWriter(NpgsqlDataSource source, GroupCommit commit)
    {
        this.commit = commit;
        connection = new WriterConnection(source);
        loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <remarks>There is no token: once handed over, an append is written, whoever still waits for the answer.</remarks>
    public Task<Appended> Write(PendingAppend pending)
    {
        if (!waiting.Add(pending)) Fail([pending], new ObjectDisposedException(nameof(GroupWriter)));
        return pending.Done;
    }

    /// <summary>What was handed over is written first.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Close();
        await loop;
        connection.Dispose();
    }

    private void Run()
    {
        while (waiting.Take(MostAppends) is { Count: > 0 } group)
            WriteGroup(group);
    }

    private void WriteGroup(List<PendingAppend> group)
    {
        var patience = new Patience();
        if (Try(group, patience) is not { } failure) return;
        if (group.Count == 1 || failure is ShapeChangedException || patience.IsOver)
        {
            Fail(group, failure);
            return;
        }

        foreach (var one in group)
        {
            if (Try([one], patience) is { } why) Fail([one], why);
        }
    }

    /// <returns>Null when every append of the group has its answer.</returns>
    private Exception? Try(List<PendingAppend> group, Patience patience)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                commit.Write(connection.Open(), group);
                return null;
            }
            catch (Exception failure)
            {
                var lost = connection.Recover(failure);
                if (lost is LostConnection.WhileWriting) Doubt(group);
                if (!patience.MayTryAgain(failure, lost, attempt)) return failure;
            }
        }
    }

    private static void Fail(IEnumerable<PendingAppend> group, Exception why)
    {
        foreach (var one in group.SelectMany(pending => pending.All))
            one.Fail(Named(why));
    }

    /// <remarks>Not looked for beforehand: every append would pay for what hardly ever happens.</remarks>
    private static Exception Named(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "text_pkey" } => new TextTakenException(failure),
        PostgresException { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: { } rule } => new OvertakenException(rule, failure),
        PostgresException { SqlState: PostgresErrorCodes.DivisionByZero } => new OvertakenException(null, failure),
        _ => failure,
    };

    private static void Doubt(List<PendingAppend> group)
    {
        foreach (var one in group)
            one.MayHaveCommitted = true;
    }
}
