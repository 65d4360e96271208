using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Shared;

/// <summary>What somebody is, in words: <em>Områdeleder, Bosteder Nord</em>.</summary>
public sealed class RoleWords(ReadTables read, Clock clock, IStringLocalizer<SharedTexts> texts)
{
    /// <summary>One line for each grant.</summary>
    public async Task<IReadOnlyList<string>> Of(Rights rights, CancellationToken ct = default)
    {
        var names = await Names([.. rights.Grants.Select(grant => grant.ScopeId).OfType<Guid>().Distinct()], ct);
        return [.. rights.Grants.OrderBy(grant => grant.Role).Select(grant => Of(grant, names))];
    }

    /// <summary>A leader is called after what they lead (decisions.md 18).</summary>
    public string Of(Grant grant) => grant.Role is Role.Leader
        ? texts[$"role.leader.{grant.ScopeKind.ToString().ToLowerInvariant()}"]
        : texts.Of(grant.Role);

    private string Of(Grant grant, Dictionary<Guid, string> names) =>
        grant.ScopeId is { } id && names.TryGetValue(id, out var name) ? texts["role.at", Of(grant), name] : Of(grant);

    private async Task<Dictionary<Guid, string>> Names(Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return [];
        var rows = await read.Query(
            """
            select programme_id, name from programme_row where programme_id = any($1)
            union all select id, name from part_name_row where id = any($1) and shown_from <= $2 and shown_to > $2
            union all select location_id, name from location_period_row where location_id = any($1) and shown_from <= $2 and shown_to > $2
            """,
            reader => (Id: reader.GetGuid(0), Name: reader.GetString(1)), ct, ids, clock.Now);
        var names = new Dictionary<Guid, string>();
        foreach (var (id, name) in rows)
            names[id] = name;
        return names;
    }
}
