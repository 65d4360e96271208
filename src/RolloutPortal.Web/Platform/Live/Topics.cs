using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;

namespace RolloutPortal.Web.Platform.Live;

/// <summary>Topics are <c>feature/id</c>: <c>hypercare/</c> and <c>rollout/</c> of a location, area, wave or programme, or
/// <c>ticket/</c> of one ticket.</summary>
public sealed class Topics(Places places)
{
    private const string Ticket = "ticket";
    private const string Account = "account";

    /// <summary>Watching needs the permission that reading the page does, for the whole of the place: timing tells something too.</summary>
    /// <returns>Those of the topics that this account may watch, in their order.</returns>
    public async Task<IReadOnlyList<string>> Watchable(SignedInAccount account, IReadOnlyList<string> wanted, CancellationToken ct = default)
    {
        var parts = wanted.Select(topic => (Topic: topic, Part: Part(topic))).Where(one => one.Part is not null).ToList();
        var tickets = await places.OfTickets([.. parts.Where(one => one.Part!.Value.Feature == Ticket).Select(one => one.Part!.Value.Id)], ct);
        var granted = new List<string>();
        foreach (var (topic, part) in parts)
        {
            var (feature, id) = part!.Value;
            var found = feature == Ticket ? tickets.GetValueOrDefault(id) : feature == Account ? null : await places.Under(id, ct);
            if (feature == Account ? id == account.Id : found is not null && PermissionOf(feature) is { } permission && account.Rights.May(permission, found.Whole))
                granted.Add(topic);
        }

        return granted;
    }

    /// <summary>What is said of a location is said of its wave, its area and its programme; what is said of a place's <c>parts</c>, of
    /// everything in it. Hypercare shows locations and waves too.</summary>
    public async Task<HashSet<string>> Expand(IEnumerable<string> topics, CancellationToken ct = default)
    {
        var today = await places.Map(ct);
        var all = new HashSet<string>();
        foreach (var topic in topics)
        {
            foreach (var (feature, id) in Said(topic, today))
                all.UnionWith(Around(feature, id, today));
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

    private static IEnumerable<(string Feature, Guid Id)> Said(string topic, PlaceMap today)
    {
        var words = topic.Split('/');
        if (words.Length < 2 || !Guid.TryParse(words[1], out var id)) return [];
        return words is [var feature, _, "parts"]
            ? (today.Find(id)?.Parts ?? []).Select(part => (feature, part.LocationId!.Value))
            : [(words[0], id)];
    }

    private static IEnumerable<string> Around(string feature, Guid id, PlaceMap today)
    {
        Guid?[] concerned = today.Locations.TryGetValue(id, out var place)
            ? [id, place.AreaId, place.ProviderId, place.ProgrammeId, today.Waves.TryGetValue(id, out var wave) ? wave : null]
            : [id];
        string[] features = feature == "rollout" ? [feature, "hypercare"] : [feature];
        return features.SelectMany(one => concerned.OfType<Guid>().Select(each => $"{one}/{each}"));
    }

    private static (string Feature, Guid Id)? Part(string topic) =>
        topic.Split('/') is [var feature, var text] && Guid.TryParse(text, out var id) ? (feature, id) : null;

    private static Permission? PermissionOf(string feature) => feature switch
    {
        "hypercare" or Ticket => Permission.SeeTickets,
        "rollout" => Permission.SeeRollout,
        "imports" => Permission.Import,
        _ => null,
    };
}
