namespace RolloutPortal.Domain.Provenance;

/// <summary>Whether a value stands in a founding document or was invented to go with it (scenarios.md). Stored by name.</summary>
public enum Source { Document, Invented }

/// <summary>What can be noted about where the values of one thing come from. Stored for good.</summary>
public abstract record ProvenanceEvent(Guid SubjectId);

/// <param name="SubjectId">The thing: a programme, an area, a location, a wave, a ticket.</param>
/// <param name="Field">The value's name (<c>Users</c>); empty for the thing as a whole.</param>
/// <param name="Reference">Which document and where in it, or why invented so.</param>
public sealed record SourceNoted(Guid SubjectId, string Field, Source Source, string Reference) : ProvenanceEvent(SubjectId);
