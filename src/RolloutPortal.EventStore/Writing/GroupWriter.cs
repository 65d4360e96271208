using System.Threading.Channels;
using Npgsql;

namespace RolloutPortal.EventStore.Writing;

/// <summary>Takes whatever appends are waiting and commits them together: one transaction, one lock, one flush to disk.</summary>
/// <remarks>If a group fails, its appends are committed one by one and only the culprit fails (decisions.md 7).</remarks>
internal sealed class GroupWriter : IAsyncDisposable
{
    private const int MostAppends = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Channel<PendingAppend> waiting = Channel.CreateUnbounded<PendingAppend>(new() { SingleReader = true });
    private readonly GroupCommit commit;
    private readonly NpgsqlDataSource source;
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;
    private NpgsqlConnection? connection;

    public GroupWriter(NpgsqlDataSource source, GroupCommit commit)
    {
        this.source = source;
        this.commit = commit;
        loop = Task.Run(Run);
    }

    /// <remarks>There is no token: once handed over, an append is written, whoever still waits for the answer.</remarks>
    public Task<Appended> Write(Append append)
    {
        var pending = new PendingAppend(append);
        if (!waiting.Writer.TryWrite(pending)) pending.Fail(new ObjectDisposedException(nameof(GroupWriter)));
        return pending.Done;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await loop;
        await stop.CancelAsync();
        stop.Dispose();
        if (connection is not null) await connection.DisposeAsync();
    }

    private async Task Run()
    {
        var group = new List<PendingAppend>();
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
        if (await Try(group) is not { } failure) return;
        if (group.Count == 1 && !IsConnectionLost(failure))
        {
            group[0].Fail(failure);
            return;
        }

        var deadline = DateTime.UtcNow + Patience;
        foreach (var one in group)
            await WriteAlone(one, deadline);
    }

    /// <summary>Waits a while for a server that is coming back; the deadline is the group's, not each append's.</summary>
    private async Task WriteAlone(PendingAppend one, DateTime deadline)
    {
        while (await Try([one]) is { } failure)
        {
            if (!IsConnectionLost(failure) || DateTime.UtcNow > deadline)
            {
                one.Fail(failure);
                return;
            }

            await Task.Delay(Pause);
        }
    }

    /// <returns>Null when every append of the group has its answer.</returns>
    private async Task<Exception?> Try(IReadOnlyList<PendingAppend> group)
    {
        try
        {
            connection ??= await source.OpenConnectionAsync(stop.Token);
            await commit.Write(connection, group, stop.Token);
            return null;
        }
        catch (Exception failure)
        {
            await Recover(group, failure);
            return failure;
        }
    }

    private async Task Recover(IReadOnlyList<PendingAppend> group, Exception failure)
    {
        if (connection is null) return;
        if (IsConnectionLost(failure))
        {
            foreach (var one in group)
                one.MayHaveCommitted = true;
            await connection.DisposeAsync();
            connection = null;
            return;
        }

        try
        {
            await GroupCommit.Abandon(connection, stop.Token);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            await connection.DisposeAsync();
            connection = null;
        }
    }

    /// <remarks>A PostgresException is the server's own answer; anything else that Npgsql throws is about the way there.
    /// Class 57P: the server is being shut down, and the transaction's fate is as unknown.</remarks>
    private static bool IsConnectionLost(Exception failure) => failure switch
    {
        PostgresException answer => answer.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException or IOException => true,
        _ => false,
    };
}
