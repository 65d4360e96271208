using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.Employees;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Accounts.Desk.Granting;

/// <summary>What a role can reach, and what it is called.</summary>
/// <param name="Id">Null only for the whole portal.</param>
/// <param name="Name">Empty for the whole portal.</param>
/// <param name="Programme">The rollout that it belongs to; its own name where it is one.</param>
/// <param name="Place">Where rights see it.</param>
/// <param name="IsGone">It is closed, or does not come: named where it was given, offered to nobody.</param>
public sealed record Scope(ScopeKind Kind, Guid? Id, string Name, string Programme, Place Place, bool IsGone = false)
{
    /// <summary>A location's; null: of other kinds.</summary>
    public string? Code { get; init; }

    /// <summary>As a form sends it: <c>Area:0190…</c>.</summary>
    public string Value => ValueOf(Kind, Id);

    public static string ValueOf(ScopeKind kind, Guid? id) => id is null ? $"{kind}" : $"{kind}:{id}";
}

/// <summary>Every scope that there is today: all programmes, areas, locations and providers, and the portal itself.</summary>
public sealed class ScopeMap(IReadOnlyList<Scope> all)
{
    private readonly Dictionary<(ScopeKind, Guid?), Scope> byId = all.ToDictionary(scope => (scope.Kind, scope.Id));

    /// <summary>The portal first, then by rollout, kind and name.</summary>
    public IReadOnlyList<Scope> All { get; } = all;

    public Scope? Of(Grant grant) => byId.GetValueOrDefault((grant.ScopeKind, grant.ScopeId));

    /// <summary>Where a grant reaches; null: what it was given for is there no longer.</summary>
    public Place? PlaceOf(Grant grant) => Of(grant)?.Place;

    /// <summary>What a form chose; null: nothing that there is.</summary>
    public Scope? Find(string? value) => All.FirstOrDefault(scope => scope.Value == value);

    /// <summary>What a list calls it: a location's code, or an exact name that one thing has; null: nothing, or several.</summary>
    public Scope? Called(string text) =>
        All.Where(scope => !scope.IsGone && scope.Code is { } code && Domain.Locations.LocationCode.Canonical(code) == Domain.Locations.LocationCode.Canonical(text)).Take(2).ToList() is [var coded] ? coded
        : All.Where(scope => !scope.IsGone && scope.Name.Length > 0 && Domain.Naming.Names.Comparer.Equals(scope.Name, text)).Take(2).ToList() is [var named] ? named : null;

    /// <summary>The locations where somebody works, by name.</summary>
    public string Where(EmployeeFound employee) => string.Join(
        ", ", All.Where(scope => scope.Kind is ScopeKind.Location && employee.LocationIds.Contains(scope.Id!.Value)).Select(scope => scope.Name));

    /// <summary>The locations that a scope holds.</summary>
    public IEnumerable<Scope> LocationsIn(Grant grant) => All.Where(scope => scope.Kind is ScopeKind.Location && grant.Covers(scope.Place));
}

/// <summary>Reads the scopes that there are today.</summary>
public sealed class Scopes(Places places, ReadTables read, Clock clock)
{
    public async Task<ScopeMap> Map(CancellationToken ct = default)
    {
        var map = await places.Map(ct);
        var programmes = (await read.All<ProgrammeRow>(ct)).ByName(row => row.Name);
        var parts = (await read.Query(
                "select kind, id, programme_id, name, coalesce(closes_at <= $1, false) from part_name_row where shown_from <= $1 and shown_to > $1",
                row => (Kind: Enum.Parse<ScopeKind>(row.GetString(0)), Id: row.GetGuid(1), Programme: row.GetGuid(2), Name: row.GetString(3), IsGone: row.GetBoolean(4)), ct, clock.Now))
            .ByName(row => row.Name).ToLookup(row => (row.Kind, row.Programme));
        var locations = (await read.Query(
                "select location_id, name, coalesce(closes_at <= $1, false), code from location_period_row where shown_from <= $1 and shown_to > $1",
                row => (Id: row.GetGuid(0), Name: row.GetString(1), IsGone: row.GetBoolean(2), Code: row.GetString(3)), ct, clock.Now))
            .Where(row => map.Locations.ContainsKey(row.Id)).ByName(row => row.Name).ToLookup(row => map.Locations[row.Id].ProgrammeId);
        return new ScopeMap(
        [
            new(ScopeKind.Portal, null, "", "", Place.Portal),
            .. programmes.SelectMany(programme =>
            {
                var (id, name) = (programme.ProgrammeId, programme.Name);
                return new List<Scope>(
                [
                    new(ScopeKind.Programme, id, name, name, new Place(id, null, null, null)),
                    .. parts[(ScopeKind.Area, id)].Select(row => new Scope(ScopeKind.Area, row.Id, row.Name, name, new Place(id, row.Id, null, null), row.IsGone)),
                    .. locations[id].Select(row => new Scope(ScopeKind.Location, row.Id, row.Name, name, map.Locations[row.Id], row.IsGone) { Code = row.Code }),
                    .. parts[(ScopeKind.Provider, id)].Select(row => new Scope(ScopeKind.Provider, row.Id, row.Name, name, new Place(id, null, null, row.Id), row.IsGone)),
                ]);
            }),
        ]);
    }
}
