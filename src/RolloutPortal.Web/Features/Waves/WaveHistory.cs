using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Waves;
using RolloutPortal.EventStore.Events;
using RolloutPortal.Web.Features.Locations.Days;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Waves;

/// <summary>Tells what has happened to a wave, as the viewer may know it. Scoped.</summary>
public sealed class WaveHistory(
    EventStore.Store store, ReadTables read, Texts texts, LocationDays locations, Authors authors, Viewer viewer, IStringLocalizer<WaveTexts> words, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> Of(Guid waveId, CancellationToken ct = default) =>
        await Tell(await store.Read(waveId, StoredName.Of(typeof(Wave)), ct), waveId, ct);

    /// <summary>What has happened since somebody looked. Newest first.</summary>
    /// <param name="version">The one that was seen.</param>
    public async Task<IReadOnlyList<HistoryLine>> Since(Guid waveId, long version, CancellationToken ct = default) =>
        [.. (await Of(waveId, ct)).Where(line => line.Version > version)];

    /// <summary>What has happened to one location in its waves. Newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> OfLocation(Guid locationId, IReadOnlyCollection<Guid> waves, CancellationToken ct = default)
    {
        var lines = new List<HistoryLine>();
        var names = (await read.Where<WaveRow>("wave_id = any($1)", ct, waves.ToArray())).ToDictionary(row => row.WaveId, row => row.Name);
        foreach (var wave in waves)
        {
            var events = await store.Read(wave, StoredName.Of(typeof(Wave)), ct);
            lines.AddRange(await Tell([.. events.Where(stored => WaveTelling.Of(stored.Data).LocationId == locationId)], locationId, ct, names.GetValueOrDefault(wave, "")));
        }

        // Back and forth between two waves, the one wave's lines stand among the other's.
        return [.. lines.OrderByDescending(line => line.Position)];
    }

    /// <param name="at">What the reader looks at.</param>
    /// <param name="wave">Its name, where the reader looks at something else than the wave.</param>
    private async Task<IReadOnlyList<HistoryLine>> Tell(IReadOnlyList<StoredEvent> events, Guid at, CancellationToken ct, string? wave = null)
    {
        var visible = await viewer.Locations(Permission.SeeRollout, ct);
        var groups = Groups([.. events.Select(stored => (stored, WaveTelling.Of(stored.Data)))], visible);
        var names = await locations.Names(groups.SelectMany(group => group.Locations), ct);
        var written = await texts.Of(groups.Where(group => group.Telling.TextId is not null).Select(group => (group.Last.StreamId, group.Telling.TextId!.Value)), ct);
        var mayRedact = wave is null && groups.Count > 0 && await WaveTextsController.May(viewer, groups[0].Last.StreamId, ct);
        var who = await authors.Of(groups.Select(group => group.Last.By), at, ct);
        return
        [
            .. groups.Select(group => new HistoryLine(
                group.Last.Version, group.Last.At, who(group.Last.By), What(group, names, wave), Details(group, names),
                group.Telling.TextId is { } id ? written.GetValueOrDefault(id) ?? shared["text.deleted"] : null, group.Telling.Tone)
            {
                Position = group.Last.Position,
                Redaction = mayRedact && group.Telling.TextId is { } text && written.ContainsKey(text) ? WaveTextsController.AddressOf(group.Last.StreamId, text) : null,
            }).Reverse(),
        ];
    }

    private string What(Group group, Dictionary<Guid, string> names, string? wave)
    {
        var telling = group.Telling;
        return wave is not null ? words[$"{telling.Key}.wave", [wave, .. telling.Values]]
            : group.Locations.Count > 1 ? words[$"{telling.Key}.many", [group.Locations.Count, .. telling.Values]]
            : group.Locations is [var one] ? words[telling.Key, [names.GetValueOrDefault(one, ""), .. telling.Values]]
            : words[telling.Key, telling.Values];
    }

    private static string? Details(Group group, Dictionary<Guid, string> names) => group.Locations.Count > 1
        ? string.Join(", ", group.Locations.Select(id => names.GetValueOrDefault(id, "")).Order(StringComparer.CurrentCulture))
        : null;

    /// <summary>Twenty locations assigned by one click are one line; those that the viewer may not see are none.</summary>
    private static List<Group> Groups(IReadOnlyList<(StoredEvent Stored, WaveTelling Telling)> told, IReadOnlySet<Guid>? visible)
    {
        var groups = new List<Group>();
        foreach (var (stored, telling) in told)
        {
            if (telling.LocationId is { } hidden && visible?.Contains(hidden) == false) continue;
            if (groups.Count > 0 && groups[^1].Takes(stored, telling)) groups[^1] = groups[^1].With(stored, telling);
            else groups.Add(new Group(stored, telling, telling.LocationId is { } id ? [id] : []));
        }

        return groups;
    }

    private sealed record Group(StoredEvent Last, WaveTelling Telling, IReadOnlyList<Guid> Locations)
    {
        public bool Takes(StoredEvent stored, WaveTelling telling) =>
            stored.Correlation == Last.Correlation && stored.By == Last.By && Telling.IsSaidTogether(telling);

        public Group With(StoredEvent stored, WaveTelling telling) => this with { Last = stored, Locations = [.. Locations, telling.LocationId!.Value] };
    }
}
