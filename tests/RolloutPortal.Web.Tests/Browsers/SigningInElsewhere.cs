using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Tests.Features.Identity;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>To a real provider and back in a real browser: the content policy lets it pass, and nothing typed is lost.</summary>
public sealed class SigningInElsewhere(Server server, Chromium chromium) : OnOneDatabase(server)
{
    private readonly RealProvider provider = new();
    private Uri address = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await provider.Start();
        await provider.Knows("anna", new { name = "Anna Ærlig", email = "anna@kommune.dk", email_verified = true, groups = new[] { "managers" } });
        var node = Node(settings: provider.Settings);
        address = node.Listen();
        Assert.Null(await node.Services.GetRequiredService<Ledger>().Decide<ClaimRules, ClaimRuleEvent>(
            ClaimRules.StreamId, table => table.Add(Guid.CreateVersion7(), "groups", "managers", new Grant(Role.Administrator, ScopeKind.Portal, null))));
    }

    public override async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task In_by_the_button_and_out_on_both_sides()
    {
        await using var person = await Stranger();
        await person.GoTo("/sign-in?returnUrl=/me");
        Assert.Empty(await person.Barriers());
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Log ind med Prøvekøbing" }).ClickAsync();
        await SignIn(person.Page);
        await person.Page.WaitForURLAsync("**/me");
        Assert.Contains("Anna Ærlig", await person.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await person.Page.Locator("main form[action='/sign-out'] button").ClickAsync();
        await person.Page.WaitForURLAsync($"{provider.Authority}/**");
        await person.Page.Locator("button").First.ClickAsync();
        await person.Page.WaitForURLAsync("**/sign-in");

        Assert.DoesNotContain(person.Complaints, said => said.Contains("olicy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task From_the_dialog_in_another_tab_and_what_was_typed_is_sent()
    {
        await using var person = await Stranger();
        await person.GoTo("/sign-in/identity?returnUrl=/programmes/new");
        await SignIn(person.Page);
        await person.Page.WaitForURLAsync("**/programmes/new");
        await person.Page.FillAsync("#Name", "Skrevet før");
        await person.Context.ClearCookiesAsync(new() { Name = "portal.session" });
        await person.Page.Locator("#new-programme button[type=submit]").ClickAsync();
        await person.Page.Locator("dialog#sign-in-dialog").WaitForAsync();

        var tab = await person.Context.RunAndWaitForPageAsync(() => person.Page.Locator("dialog a[target=_blank]").ClickAsync());
        // The provider still knows who it is and asks nothing.
        await tab.WaitForURLAsync("**/callback**");
        await tab.CloseAsync();
        await person.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");

        await person.Page.WaitForURLAsync("**/areas");
        Assert.Contains("Skrevet før", await person.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task SignIn(IPage page)
    {
        await page.FillAsync("input[name=login]", "anna");
        await page.FillAsync("input[name=password]", "x");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator("input[name=prompt][value=consent]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("button[type=submit]").First.ClickAsync();
    }

    private async Task<Person> Stranger() => await Person.Open(
        await (await chromium.Start()).NewContextAsync(new() { Locale = "da-DK", BaseURL = address.ToString(), ViewportSize = new() { Width = 1400, Height = 900 } }), Guid.Empty);
}
