using System.Globalization;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Locations.Intake;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Features.Imports.Engine;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>What the intake of locations says, in the terms of a file.</summary>
internal static class LocationWords
{
    public static string Column(LocationField field) => field switch
    {
        LocationField.Code => LocationFields.Code,
        LocationField.Name => LocationFields.Name,
        LocationField.Area => LocationFields.Area,
        LocationField.Users => LocationFields.Users,
        LocationField.Side => LocationFields.Side,
        LocationField.OpeningHours => LocationFields.OpeningHours,
        LocationField.TimeZone => LocationFields.TimeZone,
        LocationField.Provider => LocationFields.Provider,
        LocationField.From => LocationFields.ValidFrom,
        _ => Fault.WholeRow,
    };

    /// <param name="names">Of areas and providers, on a day; null for none.</param>
    public static RowPlan Plan(IntakeRow row, Func<Guid?, DateOnly, string?> names) => row.Outcome switch
    {
        IntakeOutcome.New => new(RowOutcome.New, []),
        IntakeOutcome.Changed => new(RowOutcome.Changed, [.. Changes(row, names)]),
        IntakeOutcome.Unchanged => new(RowOutcome.Unchanged, []),
        _ => RowPlan.Fault,
    };

    private static IEnumerable<ValueChange> Changes(IntakeRow row, Func<Guid?, DateOnly, string?> names)
    {
        var (old, now) = (row.Before!, row.After!);
        if (old.Name != now.Name) yield return new(LocationFields.Name, old.Name, now.Name);
        if (old.AreaId != now.AreaId) yield return new(LocationFields.Area, names(old.AreaId, row.From), names(now.AreaId, row.From));
        if (old.Users != now.Users) yield return new(LocationFields.Users, Written(old.Users), Written(now.Users));
        if (old.Side != now.Side) yield return new(LocationFields.Side, Written(old.Side), Written(now.Side));
        if (old.OpeningHours != now.OpeningHours) yield return new(LocationFields.OpeningHours, OrNull(old.OpeningHours), OrNull(now.OpeningHours));
        if (old.TimeZone != now.TimeZone) yield return new(LocationFields.TimeZone, old.TimeZone, now.TimeZone);
        if (old.ProviderId != now.ProviderId) yield return new(LocationFields.Provider, names(old.ProviderId, row.From), names(now.ProviderId, row.From));
        if (row.Events.OfType<LocationOpenedEarlier>().FirstOrDefault() is { } earlier)
            yield return new(LocationFields.ValidFrom, null, earlier.From.ToString("O", CultureInfo.InvariantCulture));
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>As the field's first word says it: a file may be read in any language.</summary>
    private static string Written(Side side) =>
        LocationFields.Table.Named(LocationFields.Side)!.Choices.First(choice => choice.Value == side.ToString()).Words[0];

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
