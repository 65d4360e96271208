using System.Threading.Channels;
using Npgsql;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.EventStore.Writing;

/// <summary>Takes whatever appends are waiting and commits them together: one transaction, one lock, one flush to disk.</summary>
/// <remarks>If a group fails, its appends are committed one by one and only the culprit fails (decisions.md 7).</remarks>
internal sealed class GroupWriter : IAsyncDisposable
{
    private const int MostAppends = 256;

    private readonly Channel<PendingAppend> waiting = Channel.CreateUnbounded<PendingAppend>(new() { SingleReader = true });
    private readonly WriterConnection connection;
    private readonly GroupCommit commit;
    private readonly Task loop;

    public GroupWriter(NpgsqlDataSource source, GroupCommit commit)
    {
        this.commit = commit;
        connection = new WriterConnection(source);
        loop = Task.Run(Run);
    }

    /// <remarks>There is no token: once handed over, an append is written, whoever still waits for the answer.</remarks>
    public Task<Appended> Write(PendingAppend pending)
    {
        if (!waiting.Writer.TryWrite(pending)) pending.Fail(new ObjectDisposedException(nameof(GroupWriter)));
        return pending.Done;
    }

    /// <summary>What was handed over is written first.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await loop;
        await connection.DisposeAsync();
    }

    private async Task Run()
    {
        var group = new List<PendingAppend>(MostAppends);
        while (await waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MostAppends && waiting.Reader.TryRead(out var next))
                group.Add(next);
            await WriteGroup(group);
        }
    }

    private async Task WriteGroup(IReadOnlyList<PendingAppend> group)
    {
        var patience = new Patience();
        if (await Try(group, patience) is not { } failure) return;
        if (group.Count == 1 || failure is ShapeChangedException || patience.IsOver)
        {
            foreach (var one in group)
                one.Fail(failure);
            return;
        }

        foreach (var one in group)
        {
            if (await Try([one], patience) is { } why) one.Fail(why);
        }
    }

    /// <returns>Null when every append of the group has its answer.</returns>
    private async Task<Exception?> Try(IReadOnlyList<PendingAppend> group, Patience patience)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await commit.Write(await connection.Open(), group);
                return null;
            }
            catch (Exception failure)
            {
                var lost = await connection.Recover(failure);
                if (lost is LostConnection.WhileWriting) Doubt(group);
                if (!await patience.MayTryAgain(failure, lost, attempt)) return failure;
            }
        }
    }

    private static void Doubt(IReadOnlyList<PendingAppend> group)
    {
        foreach (var one in group)
            one.MayHaveCommitted = true;
    }
}
