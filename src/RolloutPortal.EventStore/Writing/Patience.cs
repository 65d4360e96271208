using Npgsql;
using RolloutPortal.EventStore.Schema;

namespace RolloutPortal.EventStore.Writing;

/// <summary>How long one group waits for a server that is coming back, and which failures are worth another try.</summary>
internal sealed class Patience
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly long until = Environment.TickCount64 + (long)Longest.TotalMilliseconds;

    public bool IsOver => Environment.TickCount64 > until;

    /// <summary>Waits a moment when the server is away.</summary>
    /// <remarks>A connection that is lost again and again while the same group is written is the group's own doing: it is then
    /// taken apart.</remarks>
    public bool MayTryAgain(Exception failure, LostConnection lost, int attempt)
    {
        if (lost is LostConnection.BeforeWriting)
        {
            if (failure is not NpgsqlException || IsRefusal(failure) || IsOver) return false;
            // On the writer's own thread: whoever waits for it waits for the server.
            Thread.Sleep(Pause);
            return true;
        }

        return attempt < MostAttempts && (lost is LostConnection.WhileWriting || IsPassing(failure));
    }

    /// <summary>A wrong password or a database that is not there: waiting helps nobody.</summary>
    private static bool IsRefusal(Exception failure) => failure is PostgresException { IsTransient: false };

    private static bool IsPassing(Exception failure) =>
        failure is ShapeAppearedException
        || failure is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }
        || PreparedPlan.IsOutdated(failure);
}
