namespace RolloutPortal.Domain.Locations.Intake;

/// <summary>What one row of a file says of a location: read, not judged. Null: the file has no such column, or the cell is empty.</summary>
/// <param name="Area">By name; unknown: it is added to the programme (importing.md).</param>
/// <param name="Provider">By name; unknown: likewise. Empty text: none.</param>
/// <param name="OpeningHours">As typed; empty text: not stated.</param>
/// <param name="TimeZone">IANA name; for a new location without one: the programme's.</param>
/// <param name="From">Valid from; without one: the day of the import at the location.</param>
public sealed record LocationTold(
    string? Code, string? Name, string? Area, int? Users, Side? Side, string? OpeningHours, string? TimeZone, string? Provider, DateOnly? From);

/// <summary>What a row comes to.</summary>
public enum IntakeOutcome { New, Changed, Unchanged, Faulty }

/// <summary>A row, judged.</summary>
/// <param name="LocationId">Of the location with this code; a fresh one when there was none.</param>
/// <param name="From">The day from which it holds.</param>
/// <param name="Before">As it was known for that day; null for a new one.</param>
/// <param name="After">As it is then; null when the row is faulty.</param>
/// <param name="Events">To be stored in the location's stream; none when unchanged or faulty.</param>
public sealed record IntakeRow(
    IntakeOutcome Outcome, Guid LocationId, string Code, DateOnly From, LocationDescription? Before, LocationDescription? After,
    IReadOnlyList<LocationEvent> Events, IReadOnlyList<LocationFault> Faults);
