using RolloutPortal.Domain;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.Events;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Locations.Days;

/// <summary>No location stands in an area, or is run by a provider, that is closed: a rule across streams, held at the end of each append,
/// under its lock, by a table that takes no row (decisions.md 5). Whatever way leads there is closed with it: moving and closing at once,
/// files, taking back a move or a closing.</summary>
public static class ClosedParts
{
    /// <summary>The constraint of the table.</summary>
    public const string Rule = "location_in_closed_part";

    /// <summary>The stretches of days in which a location stands in a part, and is there.</summary>
    private const string Stays =
        """
        from location_row l
        cross join lateral unnest(l.starts, l.starts[2:], l.area_ids, l.provider_ids) p(from_day, next_day, area_id, provider_id)
        left join area_row a on a.area_id = p.area_id
        left join provider_row r on r.provider_id = p.provider_id
        where l.closed_from is distinct from l.since
            and coalesce(p.next_day, l.closed_from, 'infinity') > least(a.closed_from, r.closed_from)
        """;

    public static IEnumerable<FollowUp> FollowUps =>
    [
        new(StoredName.Of(typeof(Location)), $"insert into {Rule} select l.location_id {Stays} and l.location_id = any($1)"),
        new(StoredName.Of(typeof(Programme)), $"insert into {Rule} select l.location_id {Stays} and l.programme_id = any($1)"),
    ];

    public static Refusal Refusal { get; } = new(LocationRefusals.InClosedPart);
}
