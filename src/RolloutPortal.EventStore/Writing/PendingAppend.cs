namespace RolloutPortal.EventStore.Writing;

/// <summary>An append that waits for its group, and its caller.</summary>
internal sealed class PendingAppend(Append append)
{
    private readonly TaskCompletionSource<Appended> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Append Append { get; } = append;

    /// <summary>Fixed before the first try, so that a second try can tell its own events from a stranger's.</summary>
    public Guid[] EventIds { get; } = [.. append.Events.Select(_ => Guid.CreateVersion7())];

    /// <summary>True after a try whose outcome is unknown: the connection was lost around the commit.</summary>
    public bool MayHaveCommitted { get; set; }

    public Task<Appended> Done => done.Task;

    public void Succeed(Appended appended) => done.TrySetResult(appended);

    public void Fail(Exception why) => done.TrySetException(why);
}
