using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Employees;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Locations.OneLocation;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations.Ahead;

/// <summary>Reads what is planned for locations, areas and providers, as far as the viewer sees them. Scoped.</summary>
public sealed class AheadReader(
    ReadTables read, LocationDays days, Parts parts, Workplaces workplaces, RolloutReader rollout, Viewer viewer, Clock clock,
    IStringLocalizer<LocationTexts> texts, IStringLocalizer<AheadTexts> own, IStringLocalizer<SharedTexts> shared)
{
    public async Task<AheadPage> Page(Guid programmeId, CancellationToken ct = default)
    {
        var programme = (await read.Get<ProgrammeRow>(programmeId, ct))!;
        var visible = await viewer.Locations(Permission.SeeRollout, ct);
        var rows = (await read.Where<LocationRow>("programme_id = $1 and since is distinct from closed_from", ct, programmeId))
            .Where(row => visible is null || visible.Contains(row.LocationId)).ToList();
        var (today, book) = (clock.Today(programme.TimeZone), await parts.Book(programmeId, ct));
        var isWhole = await viewer.May(Permission.SeeRollout, programmeId, ct);
        var seen = rows.SelectMany(row => row.AreaIds.Concat(row.ProviderIds)).ToHashSet();
        ChangeAhead[] all =
        [
            .. await OfLocations(rows, book, ct),
            .. book.All.Where(part => isWhole || seen.Contains(part.Id)).SelectMany(part => OfPart(part, today)),
        ];
        return new(programme, [.. all.OrderBy(change => change.Day).ThenBy(change => change.Name, StringComparer.CurrentCulture)], await rollout.TopicsOf(programmeId, ct));
    }

    private async Task<IEnumerable<ChangeAhead>> OfLocations(List<LocationRow> rows, PartBook book, CancellationToken ct)
    {
        var ahead = rows.Select(row => Told(row, book)).Where(told => told.Times.HasPlans).ToList();
        var names = await days.Names([.. ahead.SelectMany(told => told.Row.SuccessorIds.Append(told.Row.LocationId)).Distinct()], ct);
        var left = await workplaces.Count([.. ahead.Where(told => told.Row.ClosedFrom is not null).Select(told => (told.Row.LocationId, told.Row.ClosedFrom!.Value))], ct);
        // What stands in others' place is told with them.
        var succeeding = ahead.SelectMany(told => told.Row.SuccessorIds).ToHashSet();
        return ahead.SelectMany(told => OfLocation(told.Row, told.Times with { Names = names }, left.GetValueOrDefault(told.Row.LocationId), succeeding));
    }

    private (LocationRow Row, LocationTimes.Told Times) Told(LocationRow row, PartBook book)
    {
        var history = HistoryText.Read(row.Told);
        return (row, new(history, [], history.Today(clock.Today), [], [], new Dictionary<Guid, string>(), book));
    }

    private IEnumerable<ChangeAhead> OfLocation(LocationRow row, LocationTimes.Told times, int left, HashSet<Guid> succeeding)
    {
        var (history, address, name) = (times.History, $"/locations/{row.LocationId}", times.NameOf(row.LocationId));
        if (times.IsToCome && !succeeding.Contains(row.LocationId)) yield return new(history.Start, address, name, texts["planned.opening"]);
        foreach (var day in times.Planned)
            yield return new(day, address, name, string.Join(" · ", history.ChangedOn(day).Select(value => $"{shared.Of(value)}: {LocationPage.Written(times, value, day.AddDays(-1), shared)} → {LocationPage.Written(times, value, day, shared)}")));
        if (history is { ClosedFrom: { } closed, Ending: { } ending } && closed > times.Today)
            yield return new(closed, address, name, texts[$"planned.{ending}"] + (row.SuccessorIds.Length > 0 ? ": " + string.Join(", ", row.SuccessorIds.Select(id => times.NameOf(id))) : ""), left);
    }

    private IEnumerable<ChangeAhead> OfPart(Part part, DateOnly today)
    {
        var (address, name) = ($"/{(part.Kind is PartKind.Area ? "areas" : "providers")}/{part.Id}", part.Days.On(today));
        foreach (var period in part.Days.Periods().Where(period => period.From > today))
            yield return new(period.From, address, name, own[part.Kind is PartKind.Area ? "area.named" : "provider.named", period.Name]);
        if (part.Days.ClosedFrom is { } closed && closed > today) yield return new(closed, address, name, own[part.Kind is PartKind.Area ? "area.closed" : "provider.closed"]);
    }
}
