using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Hypercare;

/// <summary>Reads names of accounts for those who may see them. Scoped.</summary>
public sealed class People(ReadTables read, Viewer viewer)
{
    /// <param name="locationId">Where they worked: the right to see names has a scope too.</param>
    public async Task<PeopleNames> Of(IEnumerable<Guid?> ids, Guid locationId, CancellationToken ct = default)
    {
        var me = (await viewer.SignedIn(ct)).Id;
        if (!await viewer.May(Permission.SeeNames, locationId, ct)) return new PeopleNames(me, new Dictionary<Guid, string>());
        var rows = await read.Query(
            "select id, name from account where id = any($1)", reader => (Id: reader.GetGuid(0), Name: reader.GetString(1)), ct,
            ids.OfType<Guid>().Distinct().ToArray());
        return new PeopleNames(me, rows.ToDictionary(row => row.Id, row => row.Name));
    }
}

/// <summary>What people are called on a page: <em>you</em>, by name, or not at all.</summary>
public sealed record PeopleNames(Guid Me, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>As whoever something is with.</summary>
    public string With(Guid? id, IStringLocalizer<HypercareTexts> text) => id == Me ? text["you"] : Name(id) ?? text["somebody"];

    /// <summary>As whoever did something.</summary>
    public string By(Guid? id, IStringLocalizer<HypercareTexts> text) =>
        id == Me ? text["you.did"] : id is null ? text["portal"] : Name(id) ?? text["somebody.did"];

    private string? Name(Guid? id) => id is { } who ? Names.GetValueOrDefault(who) : null;
}
