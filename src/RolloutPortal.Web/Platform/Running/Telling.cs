namespace RolloutPortal.Web.Platform.Running;

/// <summary>Tells at once and in order, which the framework's own progress does not promise.</summary>
public sealed class Telling<T>(Action<T> tell) : IProgress<T>
{
    private readonly Lock turn = new();

    public void Report(T value)
    {
        lock (turn) tell(value);
    }
}
