using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Accounts.First;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Accounts;

public sealed class BecomingTheFirstAdministrator(Server server) : OnOneDatabase(server)
{
    private const string Form = "form[action^='/first-administrator/']";

    private PortalFactory portal = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        portal = Node("Production");
    }

    [Fact]
    public async Task The_link_opens_the_account_signs_in_and_is_spent()
    {
        var (link, browser) = (await Link(), Visitor());

        var answer = await Fill(browser, link, "aase@eksempel.dk");

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (answer.Status, answer.Location));
        var me = await browser.Get("/me");
        Assert.Contains("Åse Ærlig", me.Words, StringComparison.Ordinal);
        Assert.Contains("Administrator", me.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().Get(link)).Status);
        Assert.Contains("Linket gælder ikke længere", (await Visitor().Get(link)).Words, StringComparison.Ordinal);
        Assert.False(await First.IsWanted());
    }

    [Fact]
    public async Task It_holds_for_an_hour()
    {
        var link = await Link();

        Time.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await Visitor().Get(link)).Status);
        Time.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().Get(link)).Status);
    }

    [Fact]
    public async Task Of_two_at_once_one_is_the_first()
    {
        (string Link, Browser Browser, string Email)[] both = [(await Link(), Visitor(), "en@eksempel.dk"), (await Link(), Visitor(), "to@eksempel.dk")];
        var pages = await Task.WhenAll(both.Select(one => one.Browser.Get(one.Link)));

        var answers = await Task.WhenAll(both.Zip(pages, (one, page) => Fill(one.Browser, page, one.Email)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound);
        Assert.Equal(1, await Source.Scalar<long>("select count(*) from account"));
    }

    [Theory]
    [InlineData("Name", "", "Skriv et navn.")]
    [InlineData("Email", "aase", "Skriv e-mailadressen som navn@eksempel.dk")]
    [InlineData("Password", "for kort", "Adgangskoden skal være på mindst 12 tegn")]
    [InlineData("Repeated", "noget andet", "De to adgangskoder er ikke ens")]
    public async Task What_is_wrong_is_said_beside_its_field(string field, string value, string message)
    {
        var (link, browser) = (await Link(), Visitor());
        (string, string)[] typed = [("Name", "Åse"), ("Email", "a@eksempel.dk"), ("Password", "en lang adgangskode"), ("Repeated", "en lang adgangskode")];
        if (field == "Password") typed[3] = ("Repeated", value);

        var answer = await browser.Submit(await browser.Get(link), Form, [.. typed.Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(message, answer.Html.QuerySelector($"#{field}-message")?.TextContent);
        Assert.True(await First.IsWanted());
    }

    [Fact]
    public async Task Only_a_hash_of_the_link_is_kept_and_a_wrong_one_opens_nothing()
    {
        var link = await Link();

        var kept = await Source.Rows("select hash from one_time_link", row => row.GetString(0));

        Assert.NotEmpty(kept);
        Assert.All(kept, hash => Assert.DoesNotContain(hash, link, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().Get($"/first-administrator/{kept[0]}")).Status);
    }

    [Fact]
    public async Task The_link_stays_out_of_traces()
    {
        var (request, told) = (ActivityTraceId.CreateRandom(), new TaskCompletionSource<string>());
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == request) told.TrySetResult($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        var (link, browser) = (await Link(), Visitor());
        browser.Client.DefaultRequestHeaders.Add("traceparent", $"00-{request}-{ActivitySpanId.CreateRandom()}-01");

        await browser.Get(link);
        var trace = await told.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Contains("first-administrator/{token}", trace, StringComparison.Ordinal);
        Assert.DoesNotContain(link, trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_wants_none()
    {
        await portal.Services.GetRequiredService<Settings>().Set(Settings.DemoScenario, "domus");

        Assert.False(await First.IsWanted());
    }

    private FirstAdministrator First => portal.Services.GetRequiredService<FirstAdministrator>();

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    private Task<string> Link() => First.NewLink();

    private Browser Visitor() => Visitor(portal, "https://localhost");

    private static async Task<Answer> Fill(Browser browser, string link, string email) => await Fill(browser, await browser.Get(link), email);

    private static Task<Answer> Fill(Browser browser, Answer page, string email) => browser.Submit(
        page, Form, ("Name", "Åse Ærlig"), ("Email", email), ("Password", "en lang adgangskode"), ("Repeated", "en lang adgangskode"));
}
