using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Rollout;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Locations.Acts;

/// <summary>Reads what the forms of acts have to choose from. Scoped.</summary>
public sealed class LocationActReader(ReadTables read, Parts parts, RolloutReader rollout, Viewer viewer, Clock clock)
{
    public async Task<LocationActPage> Page(Guid locationId, string act, LocationActForm form, CancellationToken ct = default)
    {
        var standing = (await rollout.Location(locationId, ct))!;
        var plannable = await viewer.Locations(Permission.Plan, ct);
        var others = act == "merger"
            ? (await rollout.LocationsToCome("programme_id = $2 and location_id <> $3 and closed_from is null", ct, standing.Location.ProgrammeId, locationId))
                .Where(other => plannable?.Contains(other.Location.LocationId) != false).ToList()
            : [];
        var areas = (await parts.Book(standing.Location.ProgrammeId, ct)).Choices(PartKind.Area, form.From ?? standing.Day, standing.Location.AreaId);
        return new(act, standing, form, areas, others, Effects: null, []);
    }

    /// <summary>Whether all of these are the viewer's to plan, and of the same programme.</summary>
    public async Task<bool> MayMerge(IReadOnlyList<Guid> locations, Guid programmeId, CancellationToken ct = default)
    {
        foreach (var id in locations)
            if (!await viewer.May(Permission.Plan, id, ct) || (await read.Get<LocationRow>(id, ct))?.ProgrammeId != programmeId) return false;
        return true;
    }

    /// <summary>A form with as many rows as its page draws, whatever was sent.</summary>
    public LocationActForm Complete(LocationActForm form, Known<Location> known, string act)
    {
        var empty = Empty(known, act).Parts!;
        var sent = (form.Parts ?? []).Take(empty.Length).ToList();
        return form with { Parts = [.. sent, .. empty.Skip(sent.Count)] };
    }

    /// <summary>Tomorrow at the location, and as many empty rows as a split may need.</summary>
    public LocationActForm Empty(Known<Location> known, string act)
    {
        var today = known.State.History!.On(known.State.History.Today(clock.Today));
        var part = new LocationPartForm(Guid.Empty, null, null, null, today.AreaId);
        return new(
            known.Version, clock.Today(today.TimeZone).AddDays(1), [], null,
            [.. Enumerable.Range(0, act == "split" ? LocationActForm.MostParts : 1).Select(_ => part with { LocationId = Guid.CreateVersion7() })], Sure: null);
    }
}
