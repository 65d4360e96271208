using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Locations.Acts;

/// <content>Several become one. What the one is follows from what they are when it is stored, not from a page that was read before.</content>
public sealed partial class LocationActs
{
    /// <summary>All of them become parts of a new one.</summary>
    /// <param name="merged">Those that end.</param>
    /// <param name="into">Opened from what they leave: the users of all of them.</param>
    /// <param name="seen">The version of each that its user saw.</param>
    /// <exception cref="StaleVersionException">Somebody else changed one of them meanwhile.</exception>
    public Task<Refusal?> Merge(IReadOnlyCollection<Guid> merged, Func<int, OpenLocation> into, DateOnly from, IReadOnlyDictionary<Guid, long> seen, CancellationToken ct = default) => Deed.Do(ledger, async deed =>
    {
        var opening = into(await Users(deed, merged, from, ct));
        return await End(deed, merged, opening.LocationId, from, seen, ct)
            ?? await Open(deed, opening, ct)
            ?? await Succeed(deed, merged, [opening.LocationId], ct);
    });

    /// <summary>Others become parts of one of them, which is described anew from that day.</summary>
    /// <param name="described">From what it is on that day, and the users of all of them.</param>
    /// <inheritdoc cref="Merge"/>
    public Task<Refusal?> MergeInto(
        Guid into, IReadOnlyCollection<Guid> merged, Func<LocationDescription, int, LocationDescription> described, DateOnly from, IReadOnlyDictionary<Guid, long> seen,
        CancellationToken ct = default) => Deed.Do(ledger, async deed =>
    {
        var users = await Users(deed, [.. merged, into], from, ct);
        return await End(deed, merged, into, from, seen, ct)
            ?? await deed.Decide<Location, LocationEvent>(
                into, location => location.History is { } history ? location.Describe(described(history.On(from), users), from) : new Refusal(LocationRefusals.NotFound), ct, Seen(seen, into));
    });

    private static async Task<Refusal?> End(Deed deed, IEnumerable<Guid> merged, Guid into, DateOnly from, IReadOnlyDictionary<Guid, long> seen, CancellationToken ct)
    {
        foreach (var one in merged)
            if (await deed.Decide<Location, LocationEvent>(one, location => location.Merge(into, from), ct, Seen(seen, one)) is { } refusal) return refusal;
        return null;
    }

    /// <summary>One that its user has not seen is as good as changed.</summary>
    private static long Seen(IReadOnlyDictionary<Guid, long> seen, Guid id) => seen.GetValueOrDefault(id);

    private static async Task<int> Users(Deed deed, IEnumerable<Guid> all, DateOnly from, CancellationToken ct)
    {
        var users = 0;
        foreach (var one in all.Distinct())
            users += (await deed.State<Location, LocationEvent>(one, ct)).History?.On(from).Users ?? 0;
        return users;
    }
}
