using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Hypercare.Filters;

/// <summary>Reads the filters that the viewer is offered: their own and the programme's. Scoped.</summary>
/// <remarks>Rows beside the log (decisions.md 2): a deleted one is gone with its name.</remarks>
public sealed class SavedFilters(ReadTables read, Viewer viewer, Clock clock, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>Those of the programme first, then one's own; by name.</summary>
    public async Task<List<SavedFilterLine>> Offered(Guid programmeId, CancellationToken ct = default)
    {
        var (me, names) = ((await viewer.SignedIn(ct)).Id, await viewer.May(Permission.SeeNames, ct));
        return await read.Query(
            $"""
            select f.id, f.programme_id, f.owner_id, f.name, f.query, f.shared, {AccountName.Sql}, d.filter_id is not null
            from saved_filter f
            left join default_filter d on d.filter_id = f.id and d.account_id = $2
            left join account a on a.id = f.owner_id and f.owner_id <> $2 and $3
            where f.programme_id = $1 and (f.owner_id = $2 or f.shared)
            order by f.shared desc, lower(f.name), f.id
            """,
            row => new SavedFilterLine(
                row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3), row.GetString(4), row.GetBoolean(5), AccountName.Read(row, 6, shared), row.GetBoolean(7)),
            ct, programmeId, me, names);
    }

    /// <returns>Null when there is none that the viewer is offered.</returns>
    public async Task<SavedFilterLine?> Find(Guid programmeId, Guid id, CancellationToken ct = default) =>
        (await Offered(programmeId, ct)).Find(filter => filter.Id == id);

    /// <summary>Whose list of the programme opens with what.</summary>
    public async Task<SavedFilterLine?> Default(Guid programmeId, CancellationToken ct = default) =>
        (await Offered(programmeId, ct)).Find(filter => filter.IsDefault);

    /// <summary>No other filter that its owner is offered has the name: asked in the transaction that keeps it, for two forms may come at once.</summary>
    /// <remarks>What others keep for themselves alone is nobody's to know: a filter that is shared may come to be called as one of theirs.</remarks>
    public static Demand NameIsFree(Guid id, Guid programmeId, Guid ownerId, string name) => new(
        SideWrite.Demand(
            "not exists (select from saved_filter where programme_id = $1 and id <> $2 and lower(name) = lower($4) and (owner_id = $3 or shared))",
            programmeId, id, ownerId, name),
        new Refusal(SavedFilterRefusals.NameTaken, name));

    public SideWrite Insert(Guid id, Guid programmeId, Guid ownerId, string name, string query, bool shared) => new(
        "insert into saved_filter (id, programme_id, owner_id, name, query, shared, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        id, programmeId, ownerId, name, query, shared, clock.Now);

    /// <remarks>Nobody else's list opens with what is shared no longer.</remarks>
    public static SideWrite[] Update(SavedFilterLine filter, string name, bool shared) =>
    [
        new("update saved_filter set name = $2, shared = $3 where id = $1", filter.Id, name, shared),
        .. shared ? Array.Empty<SideWrite>() : [new("delete from default_filter where filter_id = $1 and account_id <> $2", filter.Id, filter.OwnerId)],
    ];

    public static SideWrite[] Delete(Guid id) =>
        [new("delete from default_filter where filter_id = $1", id), new("delete from saved_filter where id = $1", id)];

    public static SideWrite SetDefault(Guid accountId, SavedFilterLine filter, bool chosen) => chosen
        ? new("insert into default_filter (account_id, programme_id, filter_id) values ($1, $2, $3) on conflict (account_id, programme_id) do update set filter_id = excluded.filter_id",
            accountId, filter.ProgrammeId, filter.Id)
        : new("delete from default_filter where account_id = $1 and filter_id = $2", accountId, filter.Id);
}
