namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>The portal's own PostgreSQL cannot run; the message says why, and what to do, to whoever starts the portal.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? cause = null) : Exception(message, cause);
