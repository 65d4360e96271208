using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Home;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Platform.Errors;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Shared.Layout;

/// <summary>Reads what stands around a page. Scoped.</summary>
public sealed class FrameReader(
    IHttpContextAccessor http, Viewer viewer, ProgrammeChoice programmes, RoleWords roles, News news, DemoState demo, Clock clock,
    IAntiforgery antiforgery, IStringLocalizer<SharedTexts> texts, ILogger<FrameReader> log)
{
    /// <summary>Never fails: a page that says why the database is away needs a frame too.</summary>
    public async Task<Frame> Read()
    {
        try
        {
            return await Read(http.HttpContext!.RequestAborted);
        }
        catch (Exception e)
        {
            if (e is not OperationCanceledException && !Fault.Of(e).IsExpected) log.LogError(e, "A page got a bare frame");
            return Frame.Bare;
        }
    }

    private async Task<Frame> Read(CancellationToken ct)
    {
        var bare = Frame.Bare with { DemoTime = demo.IsDemo ? Zones.ToLocal(clock.Now, null) : null, Token = antiforgery.GetAndStoreTokens(http.HttpContext!).RequestToken };
        if (await viewer.Account(ct) is not { } who) return bare;
        var (all, current) = (await programmes.Mine(ct), await programmes.Current(ct));
        return bare with
        {
            Who = who,
            Roles = await roles.Of(who.Rights, ct),
            Programme = current,
            Others = [.. all.Where(row => row != current)],
            Links = [.. Links(who.Rights, current)],
            News = current is not null && IsSuperuser(who.Rights) ? new FrameNews(await news.Count(who, ct), News.Topics(who)) : null,
        };
    }

    private IEnumerable<FrameLink> Links(Rights rights, ProgrammeRow? programme)
    {
        // Also before there is any rollout: people are invited to prepare one.
        if (programme is null)
        {
            if (rights.MaySomewhere(Permission.Administer)) yield return Link("nav.accounts", "/accounts", "/accounts");
            yield break;
        }

        var id = programme.ProgrammeId;
        if (IsSuperuser(rights)) yield return Link("nav.my", "/my", "/my");
        if (rights.MaySomewhere(Permission.SeeRollout)) yield return Link("nav.rollout", $"/programmes/{id}/rollout", $"/programmes/{id}/rollout");
        if (rights.MaySomewhere(Permission.SeeTickets)) yield return Link("nav.hypercare", "/hypercare", "/hypercare");
        if (rights.MaySomewhere(Permission.SeeTickets)) yield return Link("nav.tickets", "/tickets", "/tickets");
        if (rights.MaySomewhere(Permission.SeeRollout)) yield return Link("nav.locations", $"/programmes/{id}/locations", "/locations");
        if (rights.MaySomewhere(Permission.SeeNames)) yield return Link("nav.employees", $"/programmes/{id}/employees", "/employees");
        else if (rights.MaySomewhere(Permission.SeeRollout)) yield return Link("nav.employees", $"/programmes/{id}/employees/count", "/employees");
        if (rights.MaySomewhere(Permission.SeeRollout)) yield return Link("nav.waves", $"/programmes/{id}/waves", "/waves");
        if (rights.MaySomewhere(Permission.Administer)) yield return Link("nav.accounts", "/accounts", "/accounts");
        if (rights.May(Permission.Import, new Place(id, null, null, null))) yield return Link("nav.imports", $"/programmes/{id}/imports", $"/programmes/{id}/imports");
    }

    private static bool IsSuperuser(Rights rights) => rights.Grants.Any(grant => grant.Role is Role.Superuser);

    private FrameLink Link(string key, string address, string under) =>
        new(texts[key], address, IsUnder(http.HttpContext!.Request.Path, address, under));

    /// <summary>A page of a place is about the place, unless it ends with what else it is about: <c>/areas/…/hypercare</c>.</summary>
    private static bool IsUnder(PathString path, string address, string under) => AboutOf(path.Value!) is { } about
        ? about == under
        : path.StartsWithSegments(address) || path.StartsWithSegments(under);

    private static string? AboutOf(string path) =>
        path.EndsWith("/hypercare", StringComparison.Ordinal) ? "/hypercare"
        : path.Contains("/tickets", StringComparison.Ordinal) || path.Contains("/filters", StringComparison.Ordinal) ? "/tickets"
        : null;
}
