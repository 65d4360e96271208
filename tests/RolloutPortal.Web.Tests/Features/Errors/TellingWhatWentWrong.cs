using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Health;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Errors;

public sealed class TellingWhatWentWrong(Server server) : IAsyncLifetime
{
    private readonly Portal portal = new(server);

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData(403, "da", "Det har du ikke adgang til")]
    [InlineData(404, "da", "Siden findes ikke")]
    [InlineData(404, "sv", "Sidan finns inte")]
    [InlineData(404, "en", "There is no such page")]
    [InlineData(409, "da", "En anden kom først")]
    [InlineData(413, "da", "Det er for stort")]
    [InlineData(429, "da", "Vent et øjeblik")]
    [InlineData(500, "da", "Der skete en fejl hos os")]
    public async Task Each_error_has_a_page_in_the_readers_language(int status, string language, string title)
    {
        var answer = await portal.Anonymous(language).Get($"/error/{status}");

        // The page is there: a proxy that shows it puts its own status on it.
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains($"{status}", answer.Html.QuerySelector("main .quiet")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(title, answer.Words, StringComparison.Ordinal);
        Assert.NotNull(answer.Html.QuerySelector("a[href='/']"));
    }

    [Fact]
    public async Task An_error_that_there_is_not_has_no_page() =>
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Anonymous().Get("/error/418")).Status);

    [Fact]
    public async Task Htmx_gets_the_message_alone()
    {
        var browser = await portal.SignIn(Role.Reader);

        var answer = await browser.Get("/no-such-page", partial: true);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("Siden findes ikke", answer.Words, StringComparison.Ordinal);
        Assert.Null(answer.Html.QuerySelector("nav"));
    }

    [Fact]
    public async Task When_even_its_page_fails_it_is_said_in_plain_words_and_no_stack_is_shown()
    {
        await using var broken = portal.Factory.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IAntiforgery, Broken>())));
        using var client = broken.CreateClient();

        using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var said = await answer.Content.ReadAsStringAsync();

        Assert.Equal((HttpStatusCode.InternalServerError, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("Der skete en fejl hos os", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Broken", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_places_with_one_id_leave_the_frame_whole()
    {
        var browser = await portal.SignIn(new Grant(Role.Leader, ScopeKind.Area, portal.Rollout.North));
        await portal.Services.GetRequiredService<NpgsqlDataSource>().Execute(
            "insert into programme_row select $1, name, language, country, time_zone, currency from programme_row where programme_id = $2",
            CancellationToken.None, portal.Rollout.North, portal.Rollout.Programme);

        var page = await browser.Get("/help");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Html.QuerySelector("form[action='/sign-out']"));
    }

    [Fact]
    public async Task While_the_demo_is_loaded_every_page_waits_and_says_how_far_it_is()
    {
        var (browser, preparation) = (await portal.SignIn(Role.Reader), portal.Services.GetRequiredService<Preparation>());
        preparation.StartLoading("domus");
        preparation.ReportLoading(0.42);

        var page = await browser.Get("/rollout");
        var health = await browser.Get("/health/ready");
        var style = await browser.Get("/css/tokens.css");
        preparation.FinishLoading();
        var after = await browser.Get("/help");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "3"), (page.Status, page.Headers["Refresh"]));
        Assert.Contains("Demonstrationen bliver gjort klar", page.Words, StringComparison.Ordinal);
        Assert.Contains("42 %", page.Words, StringComparison.Ordinal);
        Assert.Contains("the demo scenario is being loaded", health.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK), (health.Status, style.Status, after.Status));
    }

    [Fact]
    public async Task What_could_not_be_prepared_is_told_to_whoever_routes_people_here()
    {
        portal.Services.GetRequiredService<Preparation>().Fail("row 7 of tickets.csv is wrong");

        var health = await portal.Anonymous().Get("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.Contains("row 7 of tickets.csv is wrong", health.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.Anonymous().Get("/health/live")).Status);
    }

    [Fact]
    public async Task When_the_database_is_away_the_page_says_so_and_asks_again_by_itself()
    {
        var browser = await portal.SignIn(Role.Reader);
        await server.Postgres.DropDatabase(portal.ConnectionString);

        var page = await browser.Get("/rollout");
        var partial = await browser.Get("/rollout", partial: true);
        var health = await browser.Get("/health/ready");
        var again = await browser.Get("/health/ready");

        Assert.Equal(health.Text, again.Text);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "3"), (page.Status, page.Headers["Refresh"]));
        Assert.Contains("Databasen svarer ikke lige nu", page.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, false), (partial.Status, partial.Headers.ContainsKey("Refresh")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.DoesNotContain("Npgsql", page.Text + partial.Text + health.Text, StringComparison.Ordinal);
    }

    private sealed class Broken : IAntiforgery
    {
        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => throw new InvalidOperationException("Broken");

        public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => throw new InvalidOperationException("Broken");

        public Task<bool> IsRequestValidAsync(HttpContext httpContext) => throw new InvalidOperationException("Broken");

        public Task ValidateRequestAsync(HttpContext httpContext) => throw new InvalidOperationException("Broken");

        public void SetCookieTokenAndHeader(HttpContext httpContext) => throw new InvalidOperationException("Broken");
    }
}
