using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>Topics are <c>feature/id</c>: <c>hypercare/</c> and <c>rollout/</c> of a location, area, wave or programme, or
/// <c>ticket/</c> of one ticket.</summary>
public sealed class Topics(Places places)
{
    /// <summary>Watching needs the permission that reading the page does, for the whole of the place: timing tells something too.</summary>
    public async Task<bool> MayWatch(SignedInAccount account, string topic, CancellationToken ct = default)
    {
        if (topic.Split('/') is not [var feature, var text] || !Guid.TryParse(text, out var id)) return false;
        if (feature == "account") return id == account.Id;
        var found = feature == "ticket" ? await places.OfTicket(id, ct) : await places.Under(id, ct);
        return found is not null && PermissionOf(feature) is { } permission && account.Rights.May(permission, found.Whole);
    }

    /// <summary>What is said of a location is said of its wave, its area and its programme.</summary>
    public async Task<HashSet<string>> Expand(IEnumerable<string> topics, CancellationToken ct = default)
    {
        var today = await places.Map(ct);
        var all = new HashSet<string>();
        foreach (var topic in topics)
        {
            all.Add(topic);
            if (topic.Split('/') is not [var feature, var text] || !Guid.TryParse(text, out var id)) continue;
            if (!today.Locations.TryGetValue(id, out var place)) continue;
            all.Add($"{feature}/{place.AreaId}");
            all.Add($"{feature}/{place.ProgrammeId}");
            if (today.Waves.TryGetValue(id, out var wave)) all.Add($"{feature}/{wave}");
        }

        return all;
    }

    /// <summary>The topics that a board over a place must name for this viewer: the place itself when all of it may be seen, else
    /// the locations in it that may.</summary>
    /// <param name="visible">Null: all locations.</param>
    public async Task<string> For(string feature, Guid placeId, IReadOnlySet<Guid>? visible, CancellationToken ct = default)
    {
        var found = await places.Under(placeId, ct);
        return visible is null || found is null || found.Parts.All(part => visible.Contains(part.LocationId!.Value))
            ? $"{feature}/{placeId}"
            : string.Join(' ', found.Parts.Where(part => visible.Contains(part.LocationId!.Value)).Select(part => $"{feature}/{part.LocationId}"));
    }

    private static Permission? PermissionOf(string feature) => feature switch
    {
        "hypercare" or "ticket" => Permission.SeeTickets,
        "rollout" => Permission.SeeRollout,
        _ => null,
    };
}
