using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Events;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Locations.OneLocation;

/// <summary>Tells what has happened to a location: how it was described, and its way through its waves. Scoped.</summary>
public sealed class LocationStory(
    EventStore.Store store, ReadTables read, LocationDays locations, Parts parts, WaveHistory waves, Authors authors, IStringLocalizer<LocationTexts> words, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> Of(Guid locationId, CancellationToken ct = default)
    {
        var inWaves = await waves.OfLocation(locationId, (await read.Get<LocationWavesRow>(locationId, ct))?.WaveIds ?? [], ct);
        return [.. (await Described(locationId, ct)).Concat(inWaves).OrderByDescending(line => line.Position)];
    }

    /// <summary>How it was described anew since somebody looked. Newest first.</summary>
    /// <param name="version">The one that was seen.</param>
    public async Task<IReadOnlyList<HistoryLine>> Since(Guid locationId, long version, CancellationToken ct = default) =>
        [.. (await Described(locationId, ct)).Where(line => line.Version > version)];

    private async Task<IReadOnlyList<HistoryLine>> Described(Guid locationId, CancellationToken ct)
    {
        var events = await store.Read(locationId, StoredName.Of(typeof(Location)), ct);
        var who = await authors.Of(events.Select(stored => stored.By), locationId, ct);
        var names = await Names(events, ct);
        var book = events.Select(stored => stored.Data).OfType<LocationOpened>().FirstOrDefault() is { } opened ? await parts.Book(opened.ProgrammeId, ct) : new PartBook([]);
        return [.. events.Select(stored => new HistoryLine(stored.Version, stored.At, who(stored.By), What(stored.Data, names, book), null, null, null) { Position = stored.Position }).Reverse()];
    }

    private string What(object @event, Dictionary<Guid, string> names, PartBook book)
    {
        string Name(Guid? id) => id is null ? words["provider.none"] : names.GetValueOrDefault(id.Value, "");
        string Part(Guid? id, DateOnly day) => id is null ? words["provider.none"] : book.NameOf(id, day);
        object[] values = @event switch
        {
            LocationOpened e => [e.Name, WeekHtml.Written(e.From)],
            LocationOpenedEarlier e => [WeekHtml.Written(e.From)],
            LocationRecoded e => [e.Code],
            LocationRenamed e => [e.Name, WeekHtml.Written(e.From)],
            LocationMovedToArea e => [Part(e.AreaId, e.From), WeekHtml.Written(e.From)],
            LocationUsersCounted e => [e.Users, WeekHtml.Written(e.From)],
            LocationSideChanged e => [shared.Of(e.Side), WeekHtml.Written(e.From)],
            OpeningHoursChanged e => [e.OpeningHours.Length == 0 ? words["hours.none"].Value : HoursText.Of(e.OpeningHours, words["hours.always"]), WeekHtml.Written(e.From)],
            LocationZoneChanged e => [e.TimeZone, WeekHtml.Written(e.From)],
            LocationProviderChanged e => [Part(e.ProviderId, e.From), WeekHtml.Written(e.From)],
            LocationChangeWithdrawn e => [shared.Of(e.Value), WeekHtml.Written(e.From)],
            LocationClosed e => [WeekHtml.Written(e.From)],
            LocationSplitInto e => [Name(e.IntoId), WeekHtml.Written(e.From)],
            LocationMergedInto e => [Name(e.IntoId), WeekHtml.Written(e.From)],
            _ => [],
        };
        return words[$"history.{@event.GetType().Name}", values];
    }

    private async Task<Dictionary<Guid, string>> Names(IReadOnlyList<StoredEvent> events, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        Guid[] others = [.. events.Select(stored => stored.Data is LocationSplitInto split ? split.IntoId : (stored.Data as LocationMergedInto)?.IntoId).OfType<Guid>()];
        foreach (var (id, name) in await locations.Names(others, ct))
            names[id] = name;
        return names;
    }
}
