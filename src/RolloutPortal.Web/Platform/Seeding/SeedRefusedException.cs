namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>A scenario is not loaded here; the message is one line that says why.</summary>
public sealed class SeedRefusedException(string message) : Exception(message);
