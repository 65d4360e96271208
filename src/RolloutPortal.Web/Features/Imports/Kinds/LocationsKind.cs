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
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>Files of locations. Areas and providers that nobody knew are created.</summary>
internal sealed class LocationsKind(LocationBatches batches, LocationReversal reversal, ReadTables read) : IImportKind
{
    public FieldTable Table => LocationFields.Table;

    public async Task<KindPlan> Plan(ImportFile file, ImportPlace place, CancellationToken ct)
    {
        Repeats.OfLocations(file.Rows);
        var batch = await batches.Begin(place.ProgrammeId, ct) ?? throw new InvalidOperationException("There is no such programme.");
        var present = file.Columns.Select(column => column.Field?.Name).ToHashSet();
        var told = file.Rows.Select(row => row.IsSound ? batch.Tell(Told(row, present)) : null).ToList();
        var names = await Names(place.ProgrammeId, batch.ProgrammeEvents, ct);
        var outcomes = new RowPlan[file.Rows.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            foreach (var fault in told[i]?.Faults ?? []) file.Rows[i].Add(Kinds.Told.Of(file.Rows[i].Line, LocationWords.Column(fault.Field), fault.Refusal));
            outcomes[i] = file.Rows[i].IsSound ? LocationWords.Plan(told[i]!, names) : RowPlan.Fault;
        }

        return new KindPlan(outcomes, [.. Added(batch.ProgrammeEvents)], batch.Appends)
        {
            Beside = appends => Locations(appends) is { Count: > 0 } changed ? [ImportTrace.Of(place.ImportId, changed)] : [],
        };
    }

    public Task<IReadOnlyList<Obstacle>> Standing(Guid importId, CancellationToken ct) => reversal.Standing(importId, ct);

    public Task<IReadOnlyList<Append>> Reverse(Guid importId, CancellationToken ct) => reversal.Reverse(importId, ct);

    /// <summary>An empty cell of a column that is there says that there is none.</summary>
    private static LocationTold Told(ImportRow row, HashSet<string?> present) => new(
        row.Get<string>(LocationFields.Code), row.Get<string>(LocationFields.Name), row.Get<string>(LocationFields.Area), row.Get<int>(LocationFields.Users),
        Enum.Parse<Side>(row.Get<string>(LocationFields.Side)!), OrNone(row, present, LocationFields.OpeningHours), row.Get<string>(LocationFields.TimeZone),
        OrNone(row, present, LocationFields.Provider), row.Get<DateOnly?>(LocationFields.ValidFrom));

    private static string? OrNone(ImportRow row, HashSet<string?> present, string field) => row.Get<string>(field) ?? (present.Contains(field) ? "" : null);

    private static IEnumerable<(string, string)> Added(IEnumerable<ProgrammeEvent> events) => events.Select(e => e switch
    {
        AreaAdded area => ("area", area.Name),
        ProviderAdded provider => ("provider", provider.Name),
        _ => ("", ""),
    }).Where(one => one.Item1.Length > 0);

    private static List<Append> Locations(IReadOnlyList<Append> appends) =>
        [.. appends.Where(append => append.StreamType == StoredName.Of(typeof(Location)))];

    private async Task<IReadOnlyDictionary<Guid, string>> Names(Guid programmeId, IReadOnlyList<ProgrammeEvent> added, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var area in await read.Where<AreaRow>("programme_id = $1", ct, programmeId)) names[area.AreaId] = area.Name;
        foreach (var provider in await read.Where<ProviderRow>("programme_id = $1", ct, programmeId)) names[provider.ProviderId] = provider.Name;
        foreach (var area in added.OfType<AreaAdded>()) names[area.AreaId] = area.Name;
        foreach (var provider in added.OfType<ProviderAdded>()) names[provider.ProviderId] = provider.Name;
        return names;
    }
}
