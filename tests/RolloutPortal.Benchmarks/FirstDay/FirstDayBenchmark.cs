using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Testing;
using RolloutPortal.Testing.Browsers;

namespace RolloutPortal.Benchmarks.FirstDay;

/// <summary>An administrator's first day at an empty portal in <c>Production</c>, in a real browser: what each step takes in presses, written
/// fields and seconds that the portal and the browser need; nobody thinks in between.</summary>
internal static partial class FirstDayBenchmark
{
    private const string Name = "first-day";

    public static async Task Run(Report report, string[] args)
    {
        var (folder, settings) = (TestFolders.NewOnDisk(), new Dictionary<string, string>());
        await using var portal = new PortalProcess(settings, await Publication.Program());
        foreach (var (name, value) in Settings(folder, portal.Address)) settings[name] = value;
        using var files = new FirstFiles();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await ChromiumProgram.Launch(playwright);
        try
        {
            await portal.Start();
            await Live(report, portal, files, chromium);
        }
        finally
        {
            await portal.Kill();
            TestFolders.Remove(folder);
        }
    }

    private static async Task Live(Report report, PortalProcess portal, FirstFiles files, IBrowser chromium)
    {
        var administrator = await Sit(chromium, portal);
        Task Step(string what, Func<Task> take) => Measure(report, what, administrator, take);

        await administrator.Page.GotoAsync(FirstLink().Match(portal.Said).Value);
        await Step("the first administrator", () => FirstSteps.BecomeAdministrator(administrator));
        await Step("the rollout", () => FirstSteps.Found(administrator));
        await Step("40 locations, three faults mended", () => FirstSteps.Import(administrator, "Importér lokationer", files.Locations, files.LocationsMended, hasTitle: true,
            ["code", "name", "area", "users", "side"]));
        await Step("600 employees, four faults mended", () => FirstSteps.Import(administrator, "Importér medarbejdere", files.Employees, files.EmployeesMended, hasTitle: false,
            ["work_key", "name", "email", "role", "location", "from"]));

        var (forSuperuser, forLeader) = ("", "");
        await Step("a superuser invited", async () => forSuperuser = await FirstSteps.Invite(administrator, "M0001", "Superuser"));
        await Step("a leader invited", async () => forLeader = await FirstSteps.Invite(administrator, "M0005", "Leader"));

        var superuser = await Sit(chromium, portal, phone: true);
        await superuser.Page.GotoAsync(forSuperuser);
        await Measure(report, "the superuser takes the link, on a phone", superuser, () => FirstSteps.Enter(superuser));
        await Measure(report, "the superuser's first ticket", superuser, () => FirstSteps.LogTicket(superuser));

        var leader = await Sit(chromium, portal);
        await leader.Page.GotoAsync(forLeader);
        await Measure(report, "the leader takes the link", leader, () => FirstSteps.Enter(leader));
        await leader.Page.GotoAsync("/hypercare");
        await leader.Page.WaitForSelectorAsync("body[data-live=on]");
        await Step("the leader's account closed", () => FirstSteps.Close(administrator));
        var closed = Stopwatch.StartNew();
        await leader.Page.Locator("dialog[open]").GetByText("Din konto er lukket").WaitForAsync();
        report.Add(Name, "the leader's open page says so, after", closed.Elapsed.TotalSeconds, "s", 10);
    }

    private static async Task Measure(Report report, string what, Hand hand, Func<Task> take)
    {
        var (presses, fields, watch) = (hand.Presses, hand.Fields, Stopwatch.StartNew());
        await take();
        var took = watch.Elapsed;
        report.Add(Name, $"{what}: presses", hand.Presses - presses, "presses");
        report.Add(Name, $"{what}: fields written", hand.Fields - fields, "fields");
        report.Add(Name, $"{what}: took", took.TotalSeconds, "s");
    }

    private static async Task<Hand> Sit(IBrowser chromium, PortalProcess portal, bool phone = false)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = portal.Address.ToString(),
            Locale = "da-DK",
            ViewportSize = phone ? new() { Width = 360, Height = 740 } : new() { Width = 1400, Height = 900 },
            HasTouch = phone,
            IsMobile = phone,
        });
        return new Hand(await context.NewPageAsync());
    }

    private static Dictionary<string, string> Settings(string folder, Uri address) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Portal__Embedded"] = "true",
        ["Portal__DataDirectory"] = folder,
        ["Portal__Address"] = address.ToString().TrimEnd('/'),
    };

    [GeneratedRegex(@"http://[\w.:]+/first-administrator/[\w-]+")]
    private static partial Regex FirstLink();
}
