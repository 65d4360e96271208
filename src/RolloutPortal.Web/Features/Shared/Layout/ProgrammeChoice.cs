using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Shared.Layout;

/// <summary>Which rollout this request is about: the one that its address names, else the one chosen last, else the first. Scoped.</summary>
public sealed class ProgrammeChoice(IHttpContextAccessor http, Viewer viewer, Places places, ReadTables read)
{
    public const string Cookie = "programme";

    private static readonly string[] Named = ["programmeId", "areaId", "locationId", "waveId", "placeId", "id"];

    private IReadOnlyList<ProgrammeRow>? mine;

    /// <summary>Those of which the viewer may see something, by name.</summary>
    public async Task<IReadOnlyList<ProgrammeRow>> Mine(CancellationToken ct = default)
    {
        if (mine is not null) return mine;
        if (await viewer.Account(ct) is not { } account) return [];
        var today = await places.Map(ct);
        var seen = today.Locations.Values.Where(place => account.Rights.May(Permission.SeeRollout, place)).Select(place => place.ProgrammeId).ToHashSet();
        var all = (await read.Where<ProgrammeRow>("true", ct)).ByName(row => row.Name);
        return mine = [.. all.Where(row => seen.Contains(row.ProgrammeId) || account.Rights.May(Permission.SeeRollout, new Place(row.ProgrammeId, null, null, null)))];
    }

    /// <summary>Null when there is none to see.</summary>
    public async Task<ProgrammeRow?> Current(CancellationToken ct = default)
    {
        var all = await Mine(ct);
        var wanted = await OfAddress(ct) ?? OfCookie();
        return all.FirstOrDefault(row => row.ProgrammeId == wanted) ?? (all.Count > 0 ? all[0] : null);
    }

    public static void Remember(HttpResponse response, Guid programmeId) => response.Keep(Cookie, programmeId.ToString(), PortalCookies.AYear);

    private async Task<Guid?> OfAddress(CancellationToken ct)
    {
        foreach (var name in Named)
            if (Guid.TryParse(http.HttpContext?.GetRouteValue(name)?.ToString(), out var id) && await places.Under(id, ct) is { } found)
                return found.Whole.ProgrammeId;
        return null;
    }

    private Guid? OfCookie() => Guid.TryParse(http.HttpContext?.Request.Cookies[Cookie], out var id) ? id : null;
}
