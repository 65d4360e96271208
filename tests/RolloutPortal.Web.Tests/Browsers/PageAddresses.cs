using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Tests.Access;
using RolloutPortal.Web.Tests.Features.Imports;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>Every address of docs/access.md that serves a page, and things for them to show.</summary>
internal sealed class PageAddresses
{
    /// <summary>Where a route leaves open which of several forms it is.</summary>
    private static readonly (string Open, string[] Forms)[] Forms =
    [
        ("/locations/{locationId}/{deed}", ["closing", "split", "merger"]), ("/areas/{areaId}/{deed}", ["name", "closing"]), ("/providers/{providerId}/{deed}", ["name", "closing"]),
        ("/waves/{waveId}/{resource}", ["schedule", "moves", "hypercare-length", "hypercare-closing", "closing", "cancellation", "name"]),
        ("/employees/{employeeId}/{act}", ["move", "period", "correction", "end", "details"]), ("/accounts/invitations/{how}", ["new", "several"]),
    ];

    private readonly Places places;
    private readonly IReadOnlyList<string> imports;

    private PageAddresses(Places places, IReadOnlyList<string> imports) => (this.places, this.imports) = (places, imports);

    public static async Task<PageAddresses> Prepare(LivePortal live)
    {
        var places = await Places.Prepare(live.Rollout);
        var manager = await live.SignIn(live.Portal.WidestOf(Role.RolloutManager));
        var (preview, _) = await manager.Upload(live.Portal, "locations", Files.Locations, "B100;Nyt sted;Vestegnen;5;begge", "BN02;Bosted Østerbro;Bosteder Nord;61;udfører");
        var (faults, _) = await manager.Upload(live.Portal, "locations", Files.Locations, "B200;Godt;Nord;5;begge", "B201;;Nord;12,5;begge");
        var (mapping, _) = await manager.Upload(live.Portal, "employees", "nøgle;hvem;postadresse;stilling;hus;start;slut", "A1;Prøve Person;a1@eksempel.dk;Pædagog;BN01;2022-01-01;");
        return new PageAddresses(places, [preview, faults, mapping]);
    }

    /// <summary>Those that serve a role of the widest scope.</summary>
    public IReadOnlyList<string> Of(Role role)
    {
        var routes = AccessTable.Read().Where(line => line is { Method: "GET", Answer: "yes" } && line.Serves(role)).SelectMany(line => Written(line.Route));
        IEnumerable<string> all = [.. routes, "/programmes/{programmeId}/hypercare?wall=1", "/programmes/{programmeId}/rollout?by=area"];
        IEnumerable<string> own = role is Role.Administrator ? [.. imports, places.Address("/locations/{locationId}/withdrawal?what=ending", role)] : [];
        return [.. all.Select(route => places.Address(route, role)).Where(address => !IsFile(address)).Concat(own).Distinct()];
    }

    /// <summary>Those that serve whoever is not signed in, and somebody's invitation.</summary>
    public static async Task<IReadOnlyList<string>> OfNobody(LivePortal live)
    {
        var administrator = await live.SignIn(Grant.Everything);
        var invited = await administrator.Submit(
            await administrator.Get("/accounts/invitations/new"), "main form[method=post]", ("Form.Name", "Åsa Ärlig"), ("Form.Email", "asa@exempel.se"),
            ("Form.Grants[0].Role", "Reader"), ("Form.Grants[0].Scope", "Portal"), ("Form.Language", "da"));
        var invitation = new Uri(invited.Html.QuerySelector("#link-0")!.GetAttribute("value")!).AbsolutePath;
        return ["/sign-in", "/help", "/error/offline", "/error/404", "/error/429", invitation];
    }

    private static IEnumerable<string> Written(string route) =>
        Forms.FirstOrDefault(form => form.Open == route).Forms?.Select(form => route[..(route.LastIndexOf('/') + 1)] + form) ?? [route];

    /// <summary>Or a part of a page.</summary>
    private static bool IsFile(string address) =>
        address.Contains("/export", StringComparison.Ordinal) || address.Contains("/templates/", StringComparison.Ordinal)
        || address.StartsWith("/health/", StringComparison.Ordinal) || address is "/sign-in/again" or "/my/news" || (address.Contains("/photos/", StringComparison.Ordinal) && !address.EndsWith("/removal", StringComparison.Ordinal));
}
