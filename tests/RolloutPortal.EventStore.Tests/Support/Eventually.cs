namespace RolloutPortal.EventStore.Tests.Support;

/// <summary>Asks the database again and again until something has come true; fails after ten seconds.</summary>
public static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static async Task True(Func<Task<bool>> ask)
    {
        var until = DateTime.UtcNow + Longest;
        while (!await ask())
            Assert.True(DateTime.UtcNow < until, "It did not come true within ten seconds.");
    }

    /// <summary>A task that must end by itself.</summary>
    public static Task<T> Done<T>(Task<T> task) => task.WaitAsync(Longest);

    /// <inheritdoc cref="Done{T}(Task{T})"/>
    public static Task Done(Task task) => task.WaitAsync(Longest);
}
