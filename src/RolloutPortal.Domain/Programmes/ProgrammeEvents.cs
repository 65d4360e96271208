namespace RolloutPortal.Domain.Programmes;

/// <summary>What can happen to a programme: one new system and those who take it into use. Stored for good.</summary>
public abstract record ProgrammeEvent(Guid ProgrammeId);

/// <param name="Language"><c>da</c>, <c>sv</c> or <c>en</c>.</param>
/// <param name="Country">ISO 3166, two letters.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Currency">ISO 4217, three letters.</param>
public sealed record ProgrammeFounded(
    Guid ProgrammeId, string Name, string Language, string Country, string TimeZone, string Currency)
    : ProgrammeEvent(ProgrammeId);

public sealed record ProgrammeRenamed(Guid ProgrammeId, string Name) : ProgrammeEvent(ProgrammeId);

/// <summary>Other defaults than those it was founded with.</summary>
/// <param name="Language"><c>da</c>, <c>sv</c> or <c>en</c>.</param>
/// <param name="Country">ISO 3166, two letters.</param>
/// <param name="TimeZone">IANA name.</param>
/// <param name="Currency">ISO 4217, three letters.</param>
public sealed record ProgrammeDefaultsChosen(Guid ProgrammeId, string Language, string Country, string TimeZone, string Currency)
    : ProgrammeEvent(ProgrammeId);

public sealed record ModuleAdded(Guid ProgrammeId, Guid ModuleId, string Name) : ProgrammeEvent(ProgrammeId);

public sealed record ModuleRenamed(Guid ProgrammeId, Guid ModuleId, string Name) : ProgrammeEvent(ProgrammeId);
