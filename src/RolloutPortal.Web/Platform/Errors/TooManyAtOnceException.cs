namespace RolloutPortal.Web.Platform.Errors;

/// <summary>It was not done, because too much of it is asked for: to be asked again a little later.</summary>
/// <param name="wait">How long; null: a few seconds.</param>
public sealed class TooManyAtOnceException(TimeSpan? wait = null) : Exception("Too many at once.")
{
    public TimeSpan? Wait { get; } = wait;
}
