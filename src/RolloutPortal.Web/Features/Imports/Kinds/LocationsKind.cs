using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Locations.Intake;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Importing.Rows;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Locations.Intake;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>Files of locations. Areas and providers that nobody knew are created.</summary>
internal sealed class LocationsKind(LocationBatches batches, LocationReversal reversal, Parts parts, Clock clock) : IImportKind
{
    public FieldTable Table => LocationFields.Table;

    public async Task<KindPlan> Plan(ImportFile file, ImportPlace place, CancellationToken ct)
    {
        Repeats.OfLocations(file.Rows);
        var batch = await batches.Begin(place.ProgrammeId, ct) ?? throw new InvalidOperationException("There is no such programme.");
        var present = file.Columns.Select(column => column.Field?.Name).ToHashSet();
        var told = file.Rows.Select(row => CanBeCompared(row) ? batch.Tell(Told(row, present)) : null).ToList();
        var names = await Names(place.ProgrammeId, batch.ProgrammeEvents, ct);
        var outcomes = new RowPlan[file.Rows.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            Tell(file, file.Rows[i], told[i]?.Faults ?? []);
            outcomes[i] = file.HasSoundHeader && file.Rows[i].IsSound ? LocationWords.Plan(told[i]!, names) : RowPlan.Not(file.Rows[i]);
        }

        return new KindPlan(outcomes, [.. Added(batch.ProgrammeEvents)], batch.Appends)
        {
            Later = Later([.. told.OfType<IntakeRow>().Where(row => row is { Outcome: IntakeOutcome.New, After: not null })]),
            Beside = appends => Locations(appends) is { Count: > 0 } changed ? [ImportTrace.Of(place.ImportId, changed)] : [],
        };
    }

    public Task<IReadOnlyList<Obstacle>> Standing(Guid importId, CancellationToken ct) => reversal.Standing(importId, ct);

    public Task<IReadOnlyList<Append>> Reverse(Guid importId, CancellationToken ct) => reversal.Reverse(importId, ct);

    /// <summary>Without its code and its day a row is about no location.</summary>
    private static bool CanBeCompared(ImportRow row) =>
        row.Get<string>(LocationFields.Code) is not null && row.Faults.All(fault => fault.Column is not LocationFields.ValidFrom);

    /// <summary>What was at fault before is told, and not once more because it is lacking.</summary>
    private static void Tell(ImportFile file, ImportRow row, IReadOnlyList<LocationFault> faults)
    {
        var told = file.Faults.Concat(row.Faults).Select(fault => fault.Column).ToHashSet();
        foreach (var fault in faults)
            if (LocationWords.Column(fault.Field) is var column && !told.Contains(column)) row.Add(Kinds.Told.Of(row.Line, column, fault.Refusal));
    }

    /// <summary>A list shows what is there today: who stores a file for a later day is told so beforehand.</summary>
    private LaterRows? Later(IReadOnlyList<IntakeRow> opened)
    {
        DateOnly[] days = [.. opened.Where(row => row.From > clock.Today(row.After!.TimeZone)).Select(row => row.From)];
        return days.Length == 0 ? null : new(days.Length, days.Min(), days.Max());
    }

    /// <summary>An empty cell of a column that is there says that there is none.</summary>
    private static LocationTold Told(ImportRow row, HashSet<string?> present) => new(
        row.Get<string>(LocationFields.Code), row.Get<string>(LocationFields.Name), row.Get<string>(LocationFields.Area), row.Get<int?>(LocationFields.Users),
        row.Get<string>(LocationFields.Side) is { } side ? Enum.Parse<Side>(side) : null, OrNone(row, present, LocationFields.OpeningHours), row.Get<string>(LocationFields.TimeZone),
        OrNone(row, present, LocationFields.Provider), row.Get<DateOnly?>(LocationFields.ValidFrom));

    private static string? OrNone(ImportRow row, HashSet<string?> present, string field) => row.Get<string>(field) ?? (present.Contains(field) ? "" : null);

    private static IEnumerable<Created> Added(IReadOnlyList<ProgrammeEvent> events) =>
        events.OfType<AreaAdded>().Select(area => new Created(CreatedKind.Area, area.Name))
            .Concat(events.OfType<ProviderAdded>().Select(provider => new Created(CreatedKind.Provider, provider.Name)));

    private static List<Append> Locations(IReadOnlyList<Append> appends) =>
        [.. appends.Where(append => append.StreamType == StoredName.Of(typeof(Location)))];

    private async Task<Func<Guid?, DateOnly, string?>> Names(Guid programmeId, IReadOnlyList<ProgrammeEvent> added, CancellationToken ct)
    {
        var book = await parts.Book(programmeId, ct);
        var fresh = added.OfType<AreaAdded>().Select(e => (Id: e.AreaId, e.Name)).Concat(added.OfType<ProviderAdded>().Select(e => (Id: e.ProviderId, e.Name)))
            .ToDictionary(one => one.Id, one => one.Name);
        return (id, day) => id is not { } known ? null : fresh.TryGetValue(known, out var name) ? name : book.NameOf(known, day);
    }
}
