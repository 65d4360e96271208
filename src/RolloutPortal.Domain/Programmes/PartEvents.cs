namespace RolloutPortal.Domain.Programmes;

public sealed record AreaAdded(Guid ProgrammeId, Guid AreaId, string Name) : ProgrammeEvent(ProgrammeId);

/// <param name="From">The first whole day it holds; null: its first name was this one all along.</param>
public sealed record AreaRenamed(Guid ProgrammeId, Guid AreaId, string Name, DateOnly? From = null) : ProgrammeEvent(ProgrammeId);

/// <summary>It keeps the name that it had before this day.</summary>
public sealed record AreaRenamingWithdrawn(Guid ProgrammeId, Guid AreaId, DateOnly From) : ProgrammeEvent(ProgrammeId);

/// <param name="From">The first whole day without it.</param>
public sealed record AreaClosed(Guid ProgrammeId, Guid AreaId, DateOnly From) : ProgrammeEvent(ProgrammeId);

/// <summary>As if it had never been closed.</summary>
public sealed record AreaReopened(Guid ProgrammeId, Guid AreaId) : ProgrammeEvent(ProgrammeId);

public sealed record ProviderAdded(Guid ProgrammeId, Guid ProviderId, string Name) : ProgrammeEvent(ProgrammeId);

/// <inheritdoc cref="AreaRenamed"/>
public sealed record ProviderRenamed(Guid ProgrammeId, Guid ProviderId, string Name, DateOnly? From = null) : ProgrammeEvent(ProgrammeId);

/// <inheritdoc cref="AreaRenamingWithdrawn"/>
public sealed record ProviderRenamingWithdrawn(Guid ProgrammeId, Guid ProviderId, DateOnly From) : ProgrammeEvent(ProgrammeId);

/// <inheritdoc cref="AreaClosed"/>
public sealed record ProviderClosed(Guid ProgrammeId, Guid ProviderId, DateOnly From) : ProgrammeEvent(ProgrammeId);

/// <inheritdoc cref="AreaReopened"/>
public sealed record ProviderReopened(Guid ProgrammeId, Guid ProviderId) : ProgrammeEvent(ProgrammeId);
