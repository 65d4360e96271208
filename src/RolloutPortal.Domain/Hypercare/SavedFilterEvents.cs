namespace RolloutPortal.Domain.Hypercare;

/// <summary>What can happen to a filter that somebody keeps. Its name and what it asks for stand beside the log: people write them.</summary>
public abstract record SavedFilterEvent(Guid FilterId);

public sealed record FilterSaved(Guid FilterId, Guid ProgrammeId, Guid OwnerId) : SavedFilterEvent(FilterId);

public sealed record FilterRenamed(Guid FilterId) : SavedFilterEvent(FilterId);

/// <summary>Everybody who sees tickets of the programme is offered it.</summary>
public sealed record FilterShared(Guid FilterId) : SavedFilterEvent(FilterId);

/// <summary>It is its owner's alone again.</summary>
public sealed record FilterUnshared(Guid FilterId) : SavedFilterEvent(FilterId);

/// <summary>The account's list opens with it.</summary>
public sealed record DefaultFilterChosen(Guid FilterId, Guid AccountId) : SavedFilterEvent(FilterId);

public sealed record DefaultFilterCleared(Guid FilterId, Guid AccountId) : SavedFilterEvent(FilterId);

public sealed record FilterDeleted(Guid FilterId) : SavedFilterEvent(FilterId);
