using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Shared;

/// <summary>Who did something, as the viewer may know it: a name, or only what that person is to the rollout. Scoped.</summary>
public sealed class Authors(ReadTables read, Viewer viewer, RoleWords roles, IStringLocalizer<SharedTexts> texts)
{
    /// <param name="at">Where it was done: the right to see names has a scope.</param>
    public async Task<Func<Guid?, string>> Of(IEnumerable<Guid?> accounts, Guid at, CancellationToken ct = default)
    {
        Guid[] ids = [.. accounts.OfType<Guid>().Distinct()];
        var words = ids.Length == 0 ? [] : await viewer.May(Permission.SeeNames, at, ct) ? await Names(ids, ct) : await Roles(ids, ct);
        return id => id is null ? texts["who.portal"] : words.GetValueOrDefault(id.Value) ?? texts["who.unknown"];
    }

    /// <summary>Of what was done at several places: read once for all of them.</summary>
    /// <inheritdoc cref="Of"/>
    public async Task<Func<Guid, Guid?, string>> At(IReadOnlyCollection<Guid> places, IEnumerable<Guid?> accounts, CancellationToken ct = default)
    {
        var named = new HashSet<Guid>();
        foreach (var place in places)
            if (await viewer.May(Permission.SeeNames, place, ct)) named.Add(place);
        Guid[] ids = [.. accounts.OfType<Guid>().Distinct()];
        var names = ids.Length > 0 && named.Count > 0 ? await Names(ids, ct) : [];
        var told = ids.Length > 0 && named.Count < places.Count ? await Roles(ids, ct) : [];
        return (at, id) => id is null ? texts["who.portal"] : (named.Contains(at) ? names : told).GetValueOrDefault(id.Value) ?? texts["who.unknown"];
    }

    private async Task<Dictionary<Guid, string>> Names(Guid[] ids, CancellationToken ct)
    {
        var rows = await read.Query(
            $"select a.id, {AccountName.Sql} from account a where a.id = any($1)", reader => (Id: reader.GetGuid(0), Name: AccountName.Read(reader, 1, texts)!), ct, ids);
        return rows.ToDictionary(row => row.Id, row => row.Name);
    }

    private async Task<Dictionary<Guid, string>> Roles(Guid[] ids, CancellationToken ct) =>
        (await read.Where<GrantRow>("account_id = any($1)", ct, ids))
            .GroupBy(grant => grant.AccountId)
            .ToDictionary(grants => grants.Key, grants => roles.Of(grants.MinBy(grant => grant.Role)!.ToGrant()));
}
